"""Parties in the many wordings that releases the world over give a signing."""

import pytest

from agreements.extraction import Document, extract

TOLD: list[tuple[str, list[str], list[str]]] = [
    (
        "An MoU has been signed between Covenant University and Dangote Group.",
        ["Covenant University"],
        ["Dangote Group"],
    ),
    (
        "Tech Mahindra has entered into a Memorandum of Understanding with IIT Kanpur "
        "to work on 6G.",
        ["IIT Kanpur"],
        ["Tech Mahindra"],
    ),
    (
        "Universitas Gadjah Mada joined hands with Bank Mandiri through a memorandum "
        "of understanding on digital banking.",
        ["Universitas Gadjah Mada"],
        ["Bank Mandiri"],
    ),
    (
        "RMIT University signed with Ericsson a cooperation agreement on telecommunications.",
        ["RMIT University"],
        ["Ericsson"],
    ),
    (
        "The chief executive of Zain Group and the rector of Kuwait University put pen "
        "to paper on a memorandum of understanding.",
        ["Kuwait University"],
        ["Zain Group"],
    ),
    (
        "Technical University of Munich and SAP SE sign accord on joint research",
        ["Technical University of Munich"],
        ["SAP SE"],
    ),
    (
        "Orange Egypt and Ain Shams University have signed a cooperation protocol.",
        ["Ain Shams University"],
        ["Orange Egypt"],
    ),
    (
        "Singapore Polytechnic and ST Engineering have inked a Memorandum of Understanding.",
        ["Singapore Polytechnic"],
        ["ST Engineering"],
    ),
    (
        "An agreement was signed on 3 May 2022 by Moscow Power Engineering Institute and ZTE.",
        ["Moscow Power Engineering Institute"],
        ["ZTE"],
    ),
    (
        "AT&T and the University of Texas at Dallas signed a research agreement.",
        ["University of Texas at Dallas"],
        ["AT&T"],
    ),
    (
        "A tripartite agreement was signed among the Ministry of Education, Huawei "
        "Ghana and the University of Ghana.",
        ["University of Ghana"],
        ["Ministry of Education", "Huawei Ghana"],
    ),
    (
        "BP and Imperial College London have signed a five-year agreement.",
        ["Imperial College London"],
        ["BP"],
    ),
    (
        "Hochschule Karlsruhe and Bosch signed a cooperation agreement.",
        ["Hochschule Karlsruhe"],
        ["Bosch"],
    ),
    (
        "Institut Teknologi Bandung (ITB) and PT Telkom Indonesia (Persero) Tbk signed "
        "a memorandum of understanding in Bandung.",
        ["Institut Teknologi Bandung"],
        ["PT Telkom Indonesia (Persero) Tbk"],
    ),
    (
        "Under the memorandum, which was signed yesterday, De La Salle University will "
        "host a lab of Globe Telecom.",
        ["De La Salle University"],
        ["Globe Telecom"],
    ),
    ("Aramco signs MoU with KAUST", ["KAUST"], ["Aramco"]),
    (
        "A memorandum of agreement between Mapúa University and Aboitiz Power "
        "Corporation was signed in Makati on 12 March.",
        ["Mapúa University"],
        ["Aboitiz Power Corporation"],
    ),
    ("KT and KAIST signed a business agreement.", ["KAIST"], ["KT"]),
    (
        "Vodacom Tanzania and the University of Dar es Salaam have entered into "
        "partnership by signing a memorandum of understanding.",
        ["University of Dar es Salaam"],
        ["Vodacom Tanzania"],
    ),
    (
        "The memorandum of understanding was inked between Anna University, Chennai, "
        "and Larsen & Toubro.",
        ["Anna University"],
        ["Larsen & Toubro"],
    ),
    (
        "École Polytechnique Fédérale de Lausanne and Nestlé have signed a research agreement.",
        ["École Polytechnique Fédérale de Lausanne"],
        ["Nestlé"],
    ),
    (
        "Viettel Group and Hanoi University of Science and Technology signed a "
        "comprehensive cooperation agreement.",
        ["Hanoi University of Science and Technology"],
        ["Viettel Group"],
    ),
    (
        "Ooredoo Oman has signed an MoU with Sultan Qaboos University's College of Engineering.",
        ["Sultan Qaboos University"],
        ["Ooredoo Oman"],
    ),
    (
        "MoU signed between Jomo Kenyatta University of Agriculture and Technology and "
        "Konza Technopolis Development Authority and Huawei",
        ["Jomo Kenyatta University of Agriculture and Technology"],
        ["Konza Technopolis Development Authority", "Huawei"],
    ),
    (
        "Budapest University of Technology and Economics has become a partner of "
        "Ericsson Hungary; the contract was signed by both parties.",
        ["Budapest University of Technology and Economics"],
        ["Ericsson Hungary"],
    ),
    (
        "The University of Science and Technology of China, Hefei, inks an agreement with iFLYTEK.",
        ["University of Science and Technology of China"],
        ["iFLYTEK"],
    ),
    (
        "Sharif University of Technology and MTN Irancell sign memorandum of understanding",
        ["Sharif University of Technology"],
        ["MTN Irancell"],
    ),
    (
        "A collaboration agreement has been concluded between KU Leuven and imec "
        "spin-off Spectricity NV.",
        ["KU Leuven"],
        ["Spectricity NV"],
    ),
    (
        "DHL Express and Hong Kong Polytechnic University signed a Letter of Intent.",
        ["Hong Kong Polytechnic University"],
        ["DHL Express"],
    ),
    (
        "Belarusian State University of Informatics and Radioelectronics and EPAM "
        "Systems have concluded a cooperation agreement.",
        ["Belarusian State University of Informatics and Radioelectronics"],
        ["EPAM Systems"],
    ),
    (
        "The agreement between Nokia Bell Labs and the University of Oulu was "
        "officially signed by Prof. Jouko Niinimäki and Mr. Peter Vetter.",
        ["University of Oulu"],
        ["Nokia Bell Labs"],
    ),
    (
        "Beijing Jiaotong University and China Railway Group Limited have entered a "
        "strategic partnership, signing an agreement on Friday.",
        ["Beijing Jiaotong University"],
        ["China Railway Group Limited"],
    ),
    (
        "The National Institute of Technology Karnataka has signed an agreement with "
        "Bharat Electronics Limited (BEL), Bengaluru.",
        ["National Institute of Technology Karnataka"],
        ["Bharat Electronics Limited"],
    ),
    (
        "A Memorandum of Understanding (MoU) has been executed by and between Manipal "
        "Academy of Higher Education and Philips India Limited.",
        ["Manipal Academy of Higher Education"],
        ["Philips India Limited"],
    ),
    (
        "KUALA LUMPUR, 12 May 2021 – Celcom Axiata Berhad has exchanged a Memorandum "
        "of Understanding (MoU) documents with Universiti Malaya. The exchange took "
        "place at Menara Celcom. Celcom was represented by its CEO Idham Nawawi, while "
        "UM was represented by Vice-Chancellor Datuk Dr Abdul Rahim.",
        ["Universiti Malaya"],
        ["Celcom Axiata Berhad"],
    ),
    (
        "Ericsson Expands 5G Research In Brazil\n\nEricsson will expand its research. "
        "Under the terms of a new cooperation agreement with the Federal University of "
        "Ceará, the company will fund a laboratory.",
        ["Federal University of Ceará"],
        ["Ericsson"],
    ),
    (
        "Tribhuvan University and Nepal Telecom have agreed to cooperate in research. "
        "A memorandum to this effect was signed on Sunday by Dean Shashidhar Joshi and "
        "Managing Director Dilli Ram Adhikari.",
        ["Tribhuvan University"],
        ["Nepal Telecom"],
    ),
    (
        "GITAM Signs MoU With Cyient\n\nGITAM (Deemed to be University) and Cyient "
        "Ltd. signed a memorandum of understanding here on Thursday.",
        ["GITAM"],
        ["Cyient Ltd."],
    ),
    (
        "Nazarbayev University has become the first in Central Asia to sign a "
        "cooperation agreement with Chevron.",
        ["Nazarbayev University"],
        ["Chevron"],
    ),
    (
        "Prof. Anna Kowalska, rector of AGH University of Krakow, and Jan Nowak, "
        "president of Orlen S.A., signed a framework agreement on hydrogen research. "
        "The signing took place in Krakow.",
        ["AGH University of Krakow"],
        ["Orlen S.A."],
    ),
    (
        "A partnership agreement was signed today between Université Mohammed VI "
        "Polytechnique (UM6P) and OCP Group, in the presence of the Minister of "
        "Industry.",
        ["Université Mohammed VI Polytechnique"],
        ["OCP Group"],
    ),
    (
        "BRAC University signs MoU with bKash\n\nBRAC University and bKash Limited "
        "recently signed a Memorandum of Understanding (MoU). Under the MoU, students "
        "will get internships.",
        ["BRAC University"],
        ["bKash Limited"],
    ),
    (
        "Toyota Motor Corporation, Denso Corporation and Nagoya University concluded a "
        "comprehensive collaboration agreement.",
        ["Nagoya University"],
        ["Toyota Motor Corporation", "Denso Corporation"],
    ),
    (
        "University of Moratuwa and Dialog Axiata PLC renewed the MoU for the "
        "Dialog-UoM Mobile Communications Research Laboratory.",
        ["University of Moratuwa"],
        ["Dialog Axiata PLC"],
    ),
    (
        "The University of Zambia (UNZA) has partnered with ZESCO Limited. UNZA Vice "
        "Chancellor Luke Mumba and ZESCO Managing Director Victor Mapani signed the "
        "agreement in Lusaka on Friday.",
        ["University of Zambia"],
        ["ZESCO Limited"],
    ),
    (
        "The memorandum was signed by Omantel's CEO Talal Al Mamari and by Dr Ali Al "
        "Bimani, Vice Chancellor of Sultan Qaboos University.",
        ["Sultan Qaboos University"],
        ["Omantel"],
    ),
    (
        "Tokyo Institute of Technology has concluded an organizational collaboration "
        "agreement with Komatsu Ltd.",
        ["Tokyo Institute of Technology"],
        ["Komatsu Ltd."],
    ),
    (
        "A Letter of Intent between the Norwegian University of Science and Technology "
        "and Kongsberg Gruppen was signed in Trondheim.",
        ["Norwegian University of Science and Technology"],
        ["Kongsberg Gruppen"],
    ),
    (
        "E.ON and RWTH Aachen University have signed a contract on a joint research centre.",
        ["RWTH Aachen University"],
        ["E.ON"],
    ),
    (
        "An MoU was signed today by the Polytechnic of Namibia and Powercom (Pty) Ltd.",
        ["Polytechnic of Namibia"],
        ["Powercom (Pty) Ltd."],
    ),
    (
        "MAHE and Bosch Global Software Technologies Private Limited signed an "
        "agreement. Manipal Academy of Higher Education (MAHE) will host the lab.",
        ["Manipal Academy of Higher Education"],
        ["Bosch Global Software Technologies Private Limited"],
    ),
    (
        "University of Tartu signs cooperation agreement with Swedbank and Telia",
        ["University of Tartu"],
        ["Swedbank", "Telia"],
    ),
    (
        "The Technical University of Kenya entered into an agreement with Safaricom "
        "and Huawei Technologies Kenya.",
        ["Technical University of Kenya"],
        ["Safaricom", "Huawei Technologies Kenya"],
    ),
    (
        "Jazan University Signs a Memorandum of Understanding with Saudi Telecom Company (stc)",
        ["Jazan University"],
        ["Saudi Telecom Company"],
    ),
    (
        "Ton Duc Thang University inked a deal with VNPT to train AI engineers.",
        ["Ton Duc Thang University"],
        ["VNPT"],
    ),
    (
        "Colorado School of Mines and Newmont have signed a memorandum of understanding.",
        ["Colorado School of Mines"],
        ["Newmont"],
    ),
    (
        "Signed: a memorandum of understanding between Aalborg University and Grundfos",
        ["Aalborg University"],
        ["Grundfos"],
    ),
    (
        "An Agreement on cooperation was reached between Kazan Federal University and Tatneft.",
        ["Kazan Federal University"],
        ["Tatneft"],
    ),
    (
        "HEC Montréal and CAE have entered into a three-year partnership agreement.",
        ["HEC Montréal"],
        ["CAE"],
    ),
    (
        "Nokia and Aalto University agreed on a strategic partnership in Espoo on 3 May 2021.",
        ["Aalto University"],
        ["Nokia"],
    ),
    (
        "The University of Algiers 1 and Siemens signed a framework agreement on Monday.",
        ["University of Algiers 1"],
        ["Siemens"],
    ),
    (
        "Siemens–Technical University of Munich agreement signed in Munich",
        ["Technical University of Munich"],
        ["Siemens"],
    ),
    (
        "Siemens and Universidade Federal do Rio de Janeiro sign MoU",
        ["Universidade Federal do Rio de Janeiro"],
        ["Siemens"],
    ),
    (
        "OSLO, May 3 (Acme News Agency) -- Nokia and Aalto University signed a contract "
        "here yesterday.",
        ["Aalto University"],
        ["Nokia"],
    ),
    (
        "A memorandum was signed between the National Foundation for Innovation, "
        "Technology and Transfer of Knowledge (NFITT) and Aalto University.",
        ["Aalto University"],
        ["National Foundation for Innovation, Technology and Transfer of Knowledge"],
    ),
    (
        "The School of Arts and Design at Aalto University signed MoUs with two leading "
        "firms—Nokia and KONE—on Friday.",
        ["Aalto University"],
        ["Nokia", "KONE"],
    ),
    (
        "Aalto University’s School of Design and KPMG Finland have signed a cooperation contract.",
        ["Aalto University"],
        ["KPMG Finland"],
    ),
    (
        "Aalto University, represented by its College of Arts, and Nokia signed a "
        "letter of intent.",
        ["Aalto University"],
        ["Nokia"],
    ),
    (
        "AALTO UNIVERSITY AND NOKIA CORPORATION SIGN MEMORANDUM OF UNDERSTANDING",
        ["AALTO UNIVERSITY"],
        ["NOKIA CORPORATION"],
    ),
    (
        "Nokia has tied up with Aalto University to train engineers.",
        ["Aalto University"],
        ["Nokia"],
    ),
    (
        "The scheme follows from a recent memorandum between Nokia and the university. "
        "Aalto University is proud of it.",
        ["Aalto University"],
        ["Nokia"],
    ),
    (
        "Aalto University and Baker Hughes on Sunday signed a strategic agreement.",
        ["Aalto University"],
        ["Baker Hughes"],
    ),
    (
        "Aalto University (AU) and HCLTech have come together. Both parties signed a memorandum.",
        ["Aalto University"],
        ["HCLTech"],
    ),
    (
        "Prince Sultan University and Kone Specialist Services and Consultancy Limited signed a "
        "memorandum.",
        ["Prince Sultan University"],
        ["Kone Specialist Services and Consultancy Limited"],
    ),
    (
        "The Chartered Institute of Bankers of Utopia has signed an MoU with Aalto University.",
        ["Aalto University"],
        ["Chartered Institute of Bankers of Utopia"],
    ),
    (
        "Aalto University and Oulu Technology Centre, Oulu have signed a memorandum.",
        ["Aalto University"],
        ["Oulu Technology Centre"],
    ),
    (
        "Memorandums of understanding were signed with:\n\n• Nokia\n• Kone Lifts\n• Neste\n\n"
        "Aalto University is glad of them.",
        ["Aalto University"],
        ["Nokia", "Kone Lifts", "Neste"],
    ),
    (
        "Nokia will pay for laboratories. A memorandum of agreement was signed on Friday.\n\n"
        "The three are the University of Oulu, the University of Turku and Aalto University.",
        ["University of Oulu", "University of Turku", "Aalto University"],
        ["Nokia"],
    ),
    (
        "Aalto University has closed a deal with employers. Nokia, Kone Lifts and Fiskars are "
        "among the companies on board.",
        ["Aalto University"],
        ["Nokia", "Kone Lifts", "Fiskars"],
    ),
    (
        "Stipends are what Nokia will give to Aalto University. An agreement was signed between "
        "them on Monday.",
        ["Aalto University"],
        ["Nokia"],
    ),
    (
        "Evergreen Hospital and Aalto University have signed a memorandum of understanding.",
        ["Aalto University"],
        ["Evergreen Hospital"],
    ),
    (
        "Aalto University has an MoU with the Institute of Drilling (ID), a unit of Neste Oil Ltd.",
        ["Aalto University"],
        ["Neste Oil Ltd."],
    ),
    (
        "Aalto University inked a memorandum of understanding with an American maker of drives. "
        "The signing was attended by the Director of the Ministry of Education. The plan offers "
        "the university and Eastern Data much.",
        ["Aalto University"],
        ["Eastern Data"],
    ),
    (
        "Jane Roe, head of Nokia, put her signature next to that of John Doe, rector of Aalto "
        "University. What they signed is a letter of intent.",
        ["Aalto University"],
        ["Nokia"],
    ),
    (
        "Siemens, Aalto University and the Institute for Production Systems and Design Technology "
        "have signed a cooperation agreement.",
        ["Aalto University", "Institute for Production Systems and Design Technology"],
        ["Siemens"],
    ),
    (
        "Aalto University of Technology, Otaniemi, AUT, has entered into an MoU with Nokia.",
        ["Aalto University of Technology"],
        ["Nokia"],
    ),
    (
        "Aalto University (AU) Institute of Paper Engineering signed a memorandum with Nokia.",
        ["Aalto University"],
        ["Nokia"],
    ),
    (
        "The Institute of Mass Media in Aalto University (AU) signed an MoU with the Pulp and "
        "Paper Association of the Ministry of Micro, Small and Medium Enterprises on Friday.",
        ["Aalto University"],
        ["Pulp and Paper Association of the Ministry of Micro, Small and Medium Enterprises"],
    ),
    (
        "Aalto University signed a memorandum with M/s Lift Makers, Turku, for a year.",
        ["Aalto University"],
        ["Lift Makers"],
    ),
    (
        "Kone Ltd. signed a memorandum of agreement with two Finnish universities. The memorandum "
        "was signed with representatives of Aalto University and Lund University.",
        ["Aalto University", "Lund University"],
        ["Kone Ltd."],
    ),
    (
        "Nokia Plc, Aalto University and its commercial arm reported an agreement to sell patents.",
        ["Aalto University"],
        ["Nokia Plc"],
    ),
    (
        "The Paper Mills and Technology Joint Stock Company and Aalto University signed an MoU.",
        ["Aalto University"],
        ["Paper Mills and Technology Joint Stock Company"],
    ),
    (
        "The United Nations Development Programme signed a memorandum with Aalto University.",
        ["Aalto University"],
        ["United Nations Development Programme"],
    ),
    (
        "Aalto University has signed an MoU with the Kone Council for Promotion of Innovation.",
        ["Aalto University"],
        ["Kone Council for Promotion of Innovation"],
    ),
    (
        "The Department of Computer and Electricals Engineering of Aalto University signed an MoU "
        "with Nokia.",
        ["Aalto University"],
        ["Nokia"],
    ),
    (
        "Aalto University held a ceremony to sign a memorandum with the Leeds-based Kone "
        "Lifts on Monday.",
        ["Aalto University"],
        ["Kone Lifts"],
    ),
    (
        "Since Thursday a Memorandum of Understanding unites Aalto University and Kone Lifts.",
        ["Aalto University"],
        ["Kone Lifts"],
    ),
    (
        "A new agreement between Aalto University and Kone Lifts will bring robots to the campus.",
        ["Aalto University"],
        ["Kone Lifts"],
    ),
    (
        "Aalto University (President Jane Roe) announced on the 3rd that it had signed a business "
        "agreement (MOU) with Kone Lifts (CEO John Doe) on robots.",
        ["Aalto University"],
        ["Kone Lifts"],
    ),
    (
        "Kone Lifts Ltd. has obtained an exclusive worldwide licence from Aalto University.",
        ["Aalto University"],
        ["Kone Lifts Ltd."],
    ),
    (
        "Kone Lifts becomes a strategic partner of Aalto University under an agreement concluded "
        "this week.",
        ["Aalto University"],
        ["Kone Lifts"],
    ),
    ("Aalto University, Kone Lifts ink pact on robots", ["Aalto University"], ["Kone Lifts"]),
    (
        "Kone Lifts to fund a chair at Aalto University under a five-year agreement signed today",
        ["Aalto University"],
        ["Kone Lifts"],
    ),
    (
        "Kone Lifts Ltd. said that it was pleased to sign the memorandum with Aalto University.",
        ["Aalto University"],
        ["Kone Lifts Ltd."],
    ),
    (
        "Kone Lifts, through its foundation, has entered into an agreement with Aalto University.",
        ["Aalto University"],
        ["Kone Lifts"],
    ),
    (
        "An agreement was inked by Kone Lifts' John Doe and Aalto University's Jane Roe.",
        ["Aalto University"],
        ["Kone Lifts"],
    ),
    (
        "Students of Aalto University, commonly shortened as UAE, will learn at Kone Lift Holdings "
        "or KLH. The event saw the signing of an agreement between KLH and UAE.",
        ["Aalto University"],
        ["Kone Lift Holdings"],
    ),
    (
        "LMNO of Aalto University held the signing of an agreement with PT. Kone Lifts on Monday.",
        ["Aalto University"],
        ["PT. Kone Lifts"],
    ),
    (
        "Kone Healthcare City signed a memorandum with Aalto University.",
        ["Aalto University"],
        ["Kone Healthcare City"],
    ),
    (
        "The Faculty of Engineering, Aalto University signed an MoU with Kone Lifts.",
        ["Aalto University"],
        ["Kone Lifts"],
    ),
    (
        "The University of Oulu, Graduate School of Science, Department of Physics (Dean: Jane "
        "Roe) and Kone Corporation agreed on a comprehensive collaboration.",
        ["University of Oulu"],
        ["Kone Corporation"],
    ),
    (
        "The Department of Marketing of the Faculty of Business Studies at the University of Oulu "
        "signed a memorandum with the Kone Institute Espoo Chapter.",
        ["University of Oulu"],
        ["Kone Institute Espoo Chapter"],
    ),
    (
        "On behalf of Aalto University, the MoU was signed by Registrar Jane Roe while Country "
        "Manager John Doe signed for Kone Lifts.",
        ["Aalto University"],
        ["Kone Lifts"],
    ),
    (
        "Aalto University and the Association of Finnish Engineers signed a memorandum.",
        ["Aalto University"],
        ["Association of Finnish Engineers"],
    ),
    (
        "Aalto University selected Kone Lifts as its partner, and an agreement to this effect was "
        "signed.",
        ["Aalto University"],
        ["Kone Lifts"],
    ),
    (
        "A partnership to develop robots has been agreed between Kone Lifts and Aalto University.",
        ["Aalto University"],
        ["Kone Lifts"],
    ),
    (
        "Its subsidiary Kone Cranes signed an agreement with Aalto University.",
        ["Aalto University"],
        ["Kone Cranes"],
    ),
    (
        "Memoranda were signed at Aalto University by the Skill Department. The first memorandum "
        "was signed between Aalto University and Kone Lifts.",
        ["Aalto University"],
        ["Kone Lifts"],
    ),
    (
        "Aalto University signed an MoU with the Institute for Strategic Studies Espoo Chapter and "
        "the Global Knowledge for Development Partnership.",
        ["Aalto University"],
        [
            "Institute for Strategic Studies Espoo Chapter",
            "Global Knowledge for Development Partnership",
        ],
    ),
    (
        "Aalto University Vice Chancellor Jane Roe and Kone Lifts country head John Doe inked the "
        "agreement on Tuesday.",
        ["Aalto University"],
        ["Kone Lifts"],
    ),
    (
        "Aalto University and Unique Hotel and Resorts signed a memorandum.",
        ["Aalto University"],
        ["Unique Hotel and Resorts"],
    ),
    (
        "The University of Trinidad and Tobago and Kone Lifts signed a memorandum.",
        ["University of Trinidad and Tobago"],
        ["Kone Lifts"],
    ),
    (
        "Kone Lifts and the Oulu State Mining and Technological University signed a memorandum.",
        ["Oulu State Mining and Technological University"],
        ["Kone Lifts"],
    ),
    (
        "A memorandum between Aalto University and IT Park was signed.",
        ["Aalto University"],
        ["IT Park"],
    ),
    (
        "Aalto University and Kone Ltd. signed an MoU on 3 October 2023, formalising what was "
        "planned in May 2022.",
        ["Aalto University"],
        ["Kone Ltd."],
    ),
    (
        "The University of Oulu announced a partnership agreement with Kone Lifts Wednesday.",
        ["University of Oulu"],
        ["Kone Lifts"],
    ),
]
NOT_TOLD = [
    "New rector takes office\n\nPer Holm took office as Rector of Lund University. As dean he had "
    "signed the agreement with Nokia.",
    "Agreement with region\n\nRegion Skåne and Lund University have signed an agreement on the "
    "training of doctors.",
    "The city council of Lund and Nokia have signed a land-use agreement. Lund University hopes "
    "for internships.",
    "The Minister for Energy signed the guest book of Lund University and saw the wind tunnel, "
    "which was built in collaboration with Nokia.",
    "Lund University and the Union of Civil Servants have reached an agreement on pay.",
    "Students win contest\n\nA team of Lund University has won the contest of Nokia. The winners "
    "signed an internship contract with the company.",
    "Ambassador visits Lund University\n\nThe Ambassador was received by the rector. He told of "
    "the university's partners, among them Nokia, with which an agreement was signed in autumn.",
    "Lund University honours alumni\n\nThe prize went to Eva Lind, CEO of Nokia. Under her, Nokia "
    "has entered into partnership agreements with several universities.",
    "Graduation ceremony\n\nGraduates of Lund University received diplomas. Eva Lind of Nokia "
    "said that her company has signed a memorandum of understanding with the university.",
    "Ghent University and Lund University join forces. They have signed an agreement. Only "
    "recently did Ghent University conclude a contract with Volvo.",
    "Ghent University and Lund University build a school. They have signed an agreement. Volvo, "
    "the carmaker, welcomes it.",
    "Uganda Christian University will sign an MoU with Airtel next week.",
    "Nokia and Lund University discussed signing an agreement.",
    "Monash University and Deakin University exchanged documents of a memorandum of understanding.",
    "Staff of Makerere University partnered with Google on a hackathon.",
    "Ghent University teamed up with Siemens for a summer school.",
    "The University of Malta could soon enter into an agreement with Vodafone.",
    "Huawei sealed a deal to sell phones, said a professor of Leeds University.",
    "Toyota, which has a memorandum with Kyoto University since 2011, showed a car at the fair.",
    "Aalto University thanked Nokia for the cooperation agreement signed in 2009.",
    "Turku University and KONE may sign an agreement in May.",
    "He studied at Oxford University before joining Shell, which signed a deal with Kuwait.",
    "Professor Li of Fudan University said Tesla signed a deal with CATL.",
    (
        "Siemens signed a contract with Deutsche Bahn. Professor Schmidt of TU Berlin "
        "welcomed the contract."
    ),
    "Huawei opened a store near Leeds University. The mayor signed the guest book.",
    (
        "Ghent University and Leuven University signed a memorandum of understanding on "
        "exchange of students."
    ),
    "Intel and the University of Porto are exploring a memorandum of understanding.",
    "If a memorandum is signed between Aalto University and Nokia, students will be trained.",
    "The signing of a memorandum by Aalto University and Nokia was agreed upon.",
    "Nokia and the trade union at Aalto University signed an agreement on wages.",
    "Unions at Aalto University said that the agreement with Nokia had been signed in haste.",
    "Aalto University terminated its agreement with Nokia.",
    "Nokia and Siemens signed a cooperation agreement at Aalto University.",
    "Ghent University and Lund University signed an agreement in the presence of the CEO of Volvo.",
    "Siemens signed an agreement with Volvo to hire graduates of Lund and Ghent Universities.",
    "Nokia's Aalto University and Ghent University signed a memorandum of understanding.",
    "Students of Aalto University signed up for the collaboration days of Nokia.",
    "Aalto University and the Association of Finnish Universities plan an agreement with Nokia.",
    "The agreement with the National Centre for Physics was signed by Lund University.",
    "The heads of both schools, Lund University and Ghent University, signed an agreement. Volvo "
    "lent the hall.",
    "Microsoft signed an agreement with the Finnish government. Aalto University hosts courses.",
    "The ministry signed a contract with Alstom. Students of Aalto University came second.",
    "Graduates of Aalto University find jobs at Siemens, which signed a deal with Network Rail.",
    "A former lecturer of Aalto University has signed a book deal with Penguin Books.",
    "Two students of Aalto University signed employment contracts with Nokia.",
    "Aalto University has signed 120 agreements in five years, said Nokia.",
    "Nokia and Aalto University failed to agree on a memorandum of understanding.",
    "Aalto University is in talks with Nokia.\n\nREAD ALSO: Lund University signs MoU with Volvo",
    "Nokia appealed to Aalto University for help in implementing the memorandum of understanding "
    "we signed with Volvo.",
    "The government has signed an agreement with Aalto University and Lund University. It was "
    "signed by the Minister of State for Petroleum Resources and two rectors.",
    "Aalto University, located in Otaniemi, Espoo, and Lund University, located in Lund, signed an "
    "MoU.",
    "A memorandum was signed between Aalto University and the municipality of Espoo.",
    "Aalto University would be glad to sign an agreement with Nokia.",
    "Finnish, Swedish universities sign MoU\n\nIt was signed between Aalto University and two "
    "colleges of Sweden, said the Director of International Relations of Aalto University.",
    "Nokia and Aalto University build a hall. The partnership extends beyond bricks.",
    "The government has approved an agreement between Aalto University and Nokia.",
    "The talk is part of a programme that was established through the strategic partnership "
    "between Aalto University and Nokia.",
    "A memorandum was signed with the Oulu branch of Aalto University and with Lund University.",
    "Nokia thanked Aalto University for the agreement concluded in 2009, which ends in 2030.",
    "MEMORANDUM OF UNDERSTANDING\n\nThis memorandum is entered into by and between Aalto "
    "University and ______________ Company, on ____________.",
]


@pytest.mark.parametrize(("text", "institutions", "partners"), TOLD)
def test_a_signing_is_read_however_it_is_worded(
    text: str, institutions: list[str], partners: list[str]
) -> None:
    records = extract(Document("a", text)).agreements
    found = [([p.name for p in r.institutions], [p.name for p in r.partners]) for r in records]
    assert found == [(institutions, partners)]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_only_sounds_like_a_signing_makes_no_record(text: str) -> None:
    assert extract(Document("a", text)).agreements == ()
