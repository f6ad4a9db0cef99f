"""Who is bound by a signing, however it is told: named, meant, listed or only described."""

import pytest

from agreements.extraction import Document
from agreements.extraction.english.assemble import extract_english
from agreements.vocabulary.kinds import AgreementKind as Kind


def extract(text: str) -> list[tuple[list[str], list[str]]]:
    records = extract_english(Document("a", text), "en").agreements
    return [([p.name for p in r.institutions], [p.name for p in r.partners]) for r in records]


TOLD: list[tuple[str, list[str], list[str]]] = [
    (
        "Chongqing University of Posts and Telecommunications\n\nCQUPT Signs Agreement with Acme "
        "Ltd.\n\nThe agreement between CQUPT and Acme Ltd. was signed on May 19th.",
        ["Chongqing University of Posts and Telecommunications"],
        ["Acme Ltd."],
    ),
    (
        "Acme Ltd. signed a memorandum with three universities.\n\nRepresentatives of the "
        "University of Ilorin, Ahmadu Bello University, Zaria and University of Nigeria, Nsukka "
        "signed for the institutions.",
        ["University of Ilorin", "Ahmadu Bello University", "University of Nigeria, Nsukka"],
        ["Acme Ltd."],
    ),
    (
        "SK Hynix and Korea University Team Up to Train Semiconductor Engineers\n\nThe two sides "
        "signed the agreement on a new department on April 10.",
        ["Korea University"],
        ["SK Hynix"],
    ),
    (
        "Five global players — Daikin Malaysia, Hartalega NGC, Jingxing Holdings, Keysight "
        "Technologies, and Mercedes-Benz Malaysia — have entered into memoranda with Sunway "
        "University.",
        ["Sunway University"],
        [
            "Daikin Malaysia",
            "Hartalega NGC",
            "Jingxing Holdings",
            "Keysight Technologies",
            "Mercedes-Benz Malaysia",
        ],
    ),
    (
        "Lund University signed memoranda with 30 firms. Among the organisations are Ormsby "
        "Foundation, Acme Pharmaceuticals Ltd, Varro Textiles and Nordwind.",
        ["Lund University"],
        ["Ormsby Foundation", "Acme Pharmaceuticals Ltd", "Varro Textiles", "Nordwind"],
    ),
    (
        "Shionogi signed a memorandum of understanding with NUI Galway, UCD and University of "
        "Limerick.",
        ["NUI Galway", "UCD", "University of Limerick"],
        ["Shionogi"],
    ),
    (
        "A team from Ormsby visited Lund University on Monday. During the visit both sides signed "
        "a letter of intent.",
        ["Lund University"],
        ["Ormsby"],
    ),
    (
        "Through this memorandum, Lund University and Varro will cooperate in research. It was "
        "signed on Monday.",
        ["Lund University"],
        ["Varro"],
    ),
    (
        "On Monday, Lund University welcomed a delegation of Ormsby Capital Partners for the "
        "signing of a cooperation agreement.",
        ["Lund University"],
        ["Ormsby Capital Partners"],
    ),
    (
        "A new laboratory will open at Lund University following an agreement signed with Acme "
        "Ltd.",
        ["Lund University"],
        ["Acme Ltd."],
    ),
    (
        "The agreement, signed by Professor Jane Roe for Lund University and by John Doe for "
        "Acme Ltd, runs for three years.",
        ["Lund University"],
        ["Acme Ltd"],
    ),
    (
        "The agreement was signed by Jane Roe on behalf of Lund University and John Doe on "
        "behalf of Acme Corporation.",
        ["Lund University"],
        ["Acme Corporation"],
    ),
    (
        "Lund University has signed a memorandum of understanding (MoU) with Ormsby under which "
        "the company will support research at the institute.",
        ["Lund University"],
        ["Ormsby"],
    ),
    (
        "Following their earlier cooperation, Varro and Lund University signed a framework "
        "agreement on Monday.",
        ["Lund University"],
        ["Varro"],
    ),
    (
        "A protocol was signed between Lund University Rectorate and Varro on Monday.",
        ["Lund University"],
        ["Varro"],
    ),
    (
        "Lund University - Varro: a new partnership\n\nOn Monday a partnership agreement was "
        "signed between the two.",
        ["Lund University"],
        ["Varro"],
    ),
    (
        "Both Lund University and Ormsby have agreed to cooperate. The memorandum was signed on "
        "Monday.",
        ["Lund University"],
        ["Ormsby"],
    ),
    (
        "University of Patra and Brightfork Analytics signed a memorandum of understanding.",
        ["University of Patra"],
        ["Brightfork Analytics"],
    ),
    (
        "A cooperation agreement was signed by Acme Chamber of Commerce and Lund University, for "
        "which the College of Economics and Political Science acted.",
        ["Lund University"],
        ["Acme Chamber of Commerce"],
    ),
    (
        "Lund University, the College of New Caledonia and Acme Ltd. signed a memorandum of "
        "understanding.",
        ["Lund University", "College of New Caledonia"],
        ["Acme Ltd."],
    ),
    (
        "Lund University and a group of leading companies concluded a memorandum of understanding "
        'on May 8. The companies are: "Alta", "ACME GROUP", "Music Box", "Omedia".',
        ["Lund University"],
        ["Alta", "ACME GROUP", "Music Box", "Omedia"],
    ),
    (
        "Lund University has signed a memorandum of understanding with three firms. They are "
        "Brightfork, Varro and Ormsby Ltd.",
        ["Lund University"],
        ["Brightfork", "Varro", "Ormsby Ltd."],
    ),
    (
        "Lund University and five partners, including Brightfork, Varro and Ormsby Bank, have "
        "signed a memorandum of understanding.",
        ["Lund University"],
        ["Brightfork", "Varro", "Ormsby Bank"],
    ),
    (
        "HIT-LSM, Acme Steel ink MoU\n\nThe Lund School of Mines, Malmö (HIT-LSM) has entered "
        "into a memorandum of understanding with Acme Steel.",
        ["Lund School of Mines"],
        ["Acme Steel"],
    ),
    (
        "Acme Electric signed an agreement with Lund University. By signing the agreement the "
        "spirit of the Third Plenary Session of the 20th CPC Central Committee is put into "
        "practice.",
        ["Lund University"],
        ["Acme Electric"],
    ),
    (
        "A closer partnership between Lund University and Acme Martin will help students. The "
        "agreement between the university and the global technology leader was signed last month "
        "on a trade mission with Gov. Jane Roe.",
        ["Lund University"],
        ["Acme Martin"],
    ),
    (
        "The University of Lund signed a memorandum of understanding with the Arab Pesticides and "
        "Veterinary Drugs Company.",
        ["University of Lund"],
        ["Arab Pesticides and Veterinary Drugs Company"],
    ),
    (
        "Lund University signed a memorandum of understanding with the International Centre for "
        "Excellence in Mining Safety and Automation (ICE), a company of the state.",
        ["Lund University"],
        ["International Centre for Excellence in Mining Safety and Automation"],
    ),
    (
        "The University of Lund has teamed up with Roe & Doe Architects and signed a memorandum "
        "of understanding.",
        ["University of Lund"],
        ["Roe & Doe Architects"],
    ),
    (
        "Representatives of Lund University and of Corvane put their signatures to a memorandum "
        "of understanding.",
        ["Lund University"],
        ["Corvane"],
    ),
    (
        "The agreement was signed for the University of Lund by Prof. Jane Roe and for Corvane by "
        "John Doe.",
        ["University of Lund"],
        ["Corvane"],
    ),
    (
        "Corvane will open a training centre on the campus of Lund University, according to a "
        "memorandum of understanding the two signed on Tuesday.",
        ["Lund University"],
        ["Corvane"],
    ),
    (
        "Lund University and Corvane - a maker of buses - have signed a memorandum of "
        "understanding.",
        ["Lund University"],
        ["Corvane"],
    ),
    (
        "The cooperation protocol was signed by Lund University, the Chamber of Engineers and the "
        "Norvex company.",
        ["Lund University"],
        ["Chamber of Engineers", "Norvex"],
    ),
    (
        "The Acme Group, owner of the newspaper Acme Post, has signed a memorandum of "
        "understanding with Lund University.",
        ["Lund University"],
        ["Acme Group"],
    ),
    (
        "Lund University has signed a memorandum of understanding with Norvex. The university has "
        "also signed a memorandum with the Institute of Technology Malmö.",
        ["Lund University"],
        ["Norvex"],
    ),
    (
        "The Rector of Lund University, Prof. Jane Roe, and the President of the Polish Wind "
        "Energy Association (PSEW), Tom Hill, have signed a letter of intent.",
        ["Lund University"],
        ["Polish Wind Energy Association"],
    ),
    (
        "The Hungarian unit of Acme Corporation has signed an agreement with Lund University, the "
        "British-Swedish firm announced on Thursday.",
        ["Lund University"],
        ["Acme Corporation"],
    ),
    (
        "The University of Lund and Banca Popolare dell'Adriatico signed a framework agreement.",
        ["University of Lund"],
        ["Banca Popolare dell'Adriatico"],
    ),
    (
        "A letter of intent was signed by Petr Holm, Rector of Lund University, and Tom Dvor, "
        "Chairman of the Board of Beskyd Rail Works.",
        ["Lund University"],
        ["Beskyd Rail Works"],
    ),
    (
        "İTÜ and Nokia Sign Protocol\n\nIstanbul Technical University (İTÜ) and Nokia signed a "
        "cooperation protocol. The protocol was signed by İTÜ Rector Ali Veli.",
        ["Istanbul Technical University"],
        ["Nokia"],
    ),
    (
        "Uni of Lund and Nokia agree on cooperation\n\nThe University of Lund and Nokia have "
        "signed a cooperation agreement.",
        ["University of Lund"],
        ["Nokia"],
    ),
    (
        "LKAV & Lund University of Technology in strategic alliance\n\nThe agreement was sealed at "
        "a ceremony in Malmö by LKAV and the university.",
        ["Lund University of Technology"],
        ["LKAV"],
    ),
    (
        "Visit of Alva Energy\n\nA delegation of Alva Energy visited Lund University. At the end "
        "of the visit both sides signed an agreement on research.",
        ["Lund University"],
        ["Alva Energy"],
    ),
    (
        "Students learn in shops\n\nAn agreement was signed by Rector Per Holm of Lund University "
        "and Alvato's managing director Eva Lind.",
        ["Lund University"],
        ["Alvato"],
    ),
    (
        "Five other universities in the north and south of the land, namely NXU, NOVIA, and NYU, "
        "signed a memorandum with Sweden Gas Corporation on Monday.",
        ["NXU", "NOVIA", "NYU"],
        ["Sweden Gas Corporation"],
    ),
    (
        "Lund University and Alva Bank have made their cooperation official.",
        ["Lund University"],
        ["Alva Bank"],
    ),
    (
        "Lund University & Nokia sign MoU\n\nIt is about radio.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Nokia & Lund University sign MoU\n\nIt is about radio.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Nokia MoU for Lund University\n\nThe document was signed on Monday.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Agreement: Nokia / Lund University\n\nThe document was signed on Monday.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "The Alva R&D Base saw the signing ceremony of an MoU which Lund University has made with "
        "Alva Group.",
        ["Lund University"],
        ["Alva Group"],
    ),
    (
        "Three other universities of the north, namely NXU, NYU, and NOVIA, signed a memorandum "
        "with Alva Power Ltd in Malmö.",
        ["NXU", "NYU", "NOVIA"],
        ["Alva Power Ltd"],
    ),
    (
        "School of Social Work to gain from NXU-Sweden MoU with Alva PLC\n\nAn MoU that NXU-Sweden "
        "has signed with Alva PLC is about training.",
        ["NXU-Sweden"],
        ["Alva PLC"],
    ),
    (
        "Alva GLASS and Lund University join forces\n\nThe contract between Alva GLASS "
        "Glasgesellschaft mbH and Lund University was signed.",
        ["Lund University"],
        ["Alva GLASS Glasgesellschaft mbH"],
    ),
    (
        "A protocol links Lund University and the Foreign Economic Relations Board of Sweden. It "
        "carries the signatures of both.",
        ["Lund University"],
        ["Foreign Economic Relations Board of Sweden"],
    ),
    (
        "The Association of Swedish Glaziers has found in Lund University a partner; the agreement "
        "was signed by both.",
        ["Lund University"],
        ["Association of Swedish Glaziers"],
    ),
    (
        "Research in glass was supported by Alva Ltd in May. An MoU now underpins what Alva Ltd, "
        "a glass company, and Lund University intend to do.",
        ["Lund University"],
        ["Alva Ltd"],
    ),
    (
        "Alva Ltd signs up Lund University for 5G tests\n\nAn agreement was signed by both.",
        ["Lund University"],
        ["Alva Ltd"],
    ),
    (
        "Lund University has signed an agreement with Nordic Kuwaiti Investment Co. Sdn. Bhd. "
        "(NKIC). It was signed by Vice Chancellor Jane Roe and NKIC CEO Tom Hill.",
        ["Lund University"],
        ["Nordic Kuwaiti Investment Co. Sdn. Bhd"],
    ),
    (
        "Kagem Mining Ltd has renewed its MoU with Lund University and set aside US$172,500 for "
        "students.",
        ["Lund University"],
        ["Kagem Mining Ltd"],
    ),
    (
        "An agreement between Lund University and the hotel company Hoteli Jadranska rivijera d.d. "
        "was signed today.",
        ["Lund University"],
        ["Hoteli Jadranska rivijera d.d."],
    ),
    (
        "Lund University has signed a memorandum with Nordwind Seeds Genetics, Pune, a seed "
        "company which is part of a group.",
        ["Lund University"],
        ["Nordwind Seeds Genetics"],
    ),
    (
        "Lund University signed a memorandum with Brightwell Textiles, Faisalabad on Monday.",
        ["Lund University"],
        ["Brightwell Textiles"],
    ),
    (
        "Lund University signed memoranda with Steel Tools, Adityapur, Veda Foods, Ranchi and "
        "Orbit Systems, Pune.",
        ["Lund University"],
        ["Steel Tools", "Veda Foods", "Orbit Systems"],
    ),
    (
        "Lund University signed agreements with Siemens, Bosch and Hyundai Motor.",
        ["Lund University"],
        ["Siemens", "Bosch", "Hyundai Motor"],
    ),
    (
        "TU Halmstadt and Nordische Bahn have formed an alliance. The cooperation agreement was "
        "signed by Prof. Hans Kessel, President of TU Halmstadt, and Dr. Karl Rausch, Member of "
        "the Management Board for Passenger Transport of Nordische Bahn.",
        ["TU Halmstadt"],
        ["Nordische Bahn"],
    ),
    (
        "Students to train at Velmar\n\nSome will train at Velmar under a memorandum which the "
        "company has signed with two polytechnics. The MoU was signed by Mr. Kerry Stone, "
        "President and Chief Executive Officer (CEO) of Velmar; Ms Jane Low, Principal and CEO of "
        "KYP; and Mr Tom Hill, Principal of GNP.",
        ["KYP", "GNP"],
        ["Velmar"],
    ),
    (
        "University Signs Agreement with Chinese Company\n\nAn agreement was signed between Lund "
        "University and Yangzhou Wanfang Education Technology Co., Ltd.",
        ["Lund University"],
        ["Yangzhou Wanfang Education Technology Co., Ltd."],
    ),
    (
        "Lund University has licensed its patents on batteries to Northlight Storage.",
        ["Lund University"],
        ["Northlight Storage"],
    ),
    (
        "Lund University has licensed its patents on batteries to a Danish company.\n\n"
        "The deal with Nordwind Energy is the largest of its kind, the school says.",
        ["Lund University"],
        ["Nordwind Energy"],
    ),
    (
        "The signing ceremony was held in the hall. Representing Brightwell were its founders. "
        "On behalf of Lund University, Rector Per Holm spoke. The MoU covers internships.",
        ["Lund University"],
        ["Brightwell"],
    ),
    (
        "Agreements were signed with three technical universities: LTX, Kazan State University "
        "named after A. B. Petrov and Tomsk University. Nokia pays for the laboratories.",
        ["LTX", "Kazan State University named after A. B. Petrov", "Tomsk University"],
        ["Nokia"],
    ),
    (
        "A memorandum was signed between the Board of Trustees of Lund University and Nokia.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "A memorandum was signed between Government ITI, Alandur, and Tata Motors.",
        ["Government ITI"],
        ["Tata Motors"],
    ),
    (
        "Lund State University LSU-Main and Nokia signed a memorandum.",
        ["Lund State University"],
        ["Nokia"],
    ),
    (
        "Lund University and Harlow Laboratory have signed a memorandum of understanding.",
        ["Lund University"],
        ["Harlow Laboratory"],
    ),
    (
        "Lund University gateLund University and Zamora telecom (zt) have signed a memorandum.",
        ["Lund University"],
        ["Zamora telecom"],
    ),
    (
        "Lund College Signs MOA with Harlow Hospital for Academic and Clinical Collaboration\n\n"
        "Both sides were glad.",
        ["Lund College"],
        ["Harlow Hospital"],
    ),
    (
        "Nordgas Limited has signed a memorandum with three universities. The beneficiaries are "
        "Lund "
        "University, representing the North-Central; Ghent University, representing the South and "
        "Delft University of Technology.",
        ["Lund University", "Ghent University", "Delft University of Technology"],
        ["Nordgas Limited"],
    ),
    (
        "Title Lund University Signs MOU\n\nLund University signed an MOU with the Korea Tin "
        "Headquarters at the rector's office.",
        ["Lund University"],
        ["Korea Tin Headquarters"],
    ),
    (
        "Lund University and Alva Cloud, the digital backbone of Alva Group, signed an MoU.",
        ["Lund University"],
        ["Alva Cloud"],
    ),
    (
        "Lund Uni signs agreement with Nokia\n\nLund is the first school to sign such an "
        "agreement. Lund University’s Director of Aerospace, Jane Roe, was glad.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "The Dean of Lund College, Mr Per Holm, led a team to Skane Fibre Co. Accompanying the "
        "guests was the secretary of the Party Committee. Holm thanked the hosts. All were glad. "
        "Both parties also signed an agreement.",
        ["Lund College"],
        ["Skane Fibre Co."],
    ),
    (
        "Skane Industrial Vocational and Technical College and Nokia signed an agreement to "
        "construct Sino-German Industrial College.",
        ["Skane Industrial Vocational and Technical College"],
        ["Nokia"],
    ),
    (
        "The signing ceremony of the cooperation agreement of SPX and Eight Enterprises was "
        "held. John Holm, principal of SPX, signed cooperation agreements with representatives "
        "of the eight enterprises: Alva Optronics Limited, Uni-alva Enterprises Co., Ltd. The "
        "school is glad.",
        ["SPX"],
        ["Alva Optronics Limited", "Uni-alva Enterprises Co., Ltd."],
    ),
    (
        "Association for Growth: signing ceremony of cooperation between Alva Glass Co., Ltd. & "
        "School of Engineering of Lund University",
        ["Lund University"],
        ["Alva Glass Co., Ltd."],
    ),
    (
        "Five universities in Viet Nam have signed an MoU with Alva Hotels. It runs for a year. "
        "Alva has ten houses. The five universities are Lund University in Lund and Ghent "
        "University.",
        ["Lund University", "Ghent University"],
        ["Alva Hotels"],
    ),
    (
        "The Institute of Directors (IoD) Elbonia has signed a memorandum with Lund University.",
        ["Lund University"],
        ["Institute of Directors (IoD) Elbonia"],
    ),
    (
        "Dr. YS Petrov University of Forestry signed an agreement with Alva Ventures, USA Limited.",
        ["Dr. YS Petrov University of Forestry"],
        ["Alva Ventures, USA Limited"],
    ),
    (
        "Public-sector University of Lund signed an MoU with Alva Glass Pvt Ltd Malmo on skills "
        "and Formulation of Policy.",
        ["University of Lund"],
        ["Alva Glass Pvt Ltd"],
    ),
    (
        "VLU, Lund University, and Alva Technology Co., Ltd. have signed a cooperation agreement.",
        ["VLU", "Lund University"],
        ["Alva Technology Co., Ltd."],
    ),
    (
        "ULIU-Sweden and leading telecommunications giant, Alva PLC, have signed an MoU.",
        ["ULIU-Sweden"],
        ["Alva PLC"],
    ),
    (
        "Lund University has signed an MoU with two organisations. The two organisations are; Alva "
        "Ltd, a technology company and Orbis Consult which does much. Others are Brightwell Ltd.",
        ["Lund University"],
        ["Alva Ltd", "Orbis Consult", "Brightwell Ltd."],
    ),
    (
        "Nokia and Lund University, established by Ghent University and Delft University, have "
        "signed a memorandum.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Lund University signed an MoU with Alva Centre Ltd under the Directorate of Skills.",
        ["Lund University"],
        ["Alva Centre Ltd"],
    ),
    (
        "Nokia signed memoranda with the Ministry of Health and Lund University.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Lund University signed MoUs with Nokia and Ghent University.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Lund University and the Swedish subsidiary of carmaker Audi signed an agreement. Many "
        "work at Audi Nordic.",
        ["Lund University"],
        ["Audi Nordic"],
    ),
    (
        "Jane Roe, head of skills at the Education Ministry, welcomed all. She signed an MoU with "
        "Lund University and Alva Glass Ltd.",
        ["Lund University"],
        ["Alva Glass Ltd.", "Education Ministry"],
    ),
    (
        "On the sidelines of ALTEX, Lund University signed an MoU with Nokia.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Ahead of the talks an MoU was signed by Jane Roe, President of Lund University, and John "
        "Doe, Chairman of Alva Glass Ltd.",
        ["Lund University"],
        ["Alva Glass Ltd."],
    ),
    (
        "An MoU with Nokia was signed in the Board Room of the Lund University. It is to give Lund "
        "University training in Software Development Services.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Lund University's (LU's) College of Engineering and Nokia signed an MoU.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Lund University signed an agreement with the Northern Division of the Alva Glass "
        "Corporation.",
        ["Lund University"],
        ["Alva Glass Corporation"],
    ),
    (
        "LU, PT Alva Glass Tbk and Lund University signed an MoU with Fondazione Politecnico Alva.",
        ["Lund University"],
        ["PT Alva Glass Tbk", "Fondazione Politecnico Alva"],
    ),
    (
        "Hosted by the Skane Timber Council, a ceremony at the Hotel Alva brought Lund University "
        "and Brightwell together; their heads signed an agreement.",
        ["Lund University"],
        ["Brightwell"],
    ),
    (
        "By signing an MoU, Lund University became an academic partner of Brightwell.",
        ["Lund University"],
        ["Brightwell"],
    ),
    (
        "An agreement between Lund University, Brightwell UK and the Alva Trust was sealed.",
        ["Lund University"],
        ["Brightwell UK", "Alva Trust"],
    ),
    (
        "Lund University signed an MoU with Nokia through the Alva Chamber of Commerce.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Skane Women's University and Nokia sign an MoU under the auspices of the Alva Council.",
        ["Skane Women's University"],
        ["Nokia"],
    ),
    (
        "Lund University represented by Dr Jane Roe and Brightwell represented by John Doe signed "
        "an MoU.",
        ["Lund University"],
        ["Brightwell"],
    ),
    (
        "Signed before Governor Jane Roe, the memorandum commits Lund University, and Brightwell "
        "Sweden to joint research.",
        ["Lund University"],
        ["Brightwell Sweden"],
    ),
    (
        "Lund University, which has worked with Ericsson for years, and Nokia signed a memorandum.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Swedish chipmaker Brightwell said on Monday it had signed a deal with Lund University.",
        ["Lund University"],
        ["Brightwell"],
    ),
    (
        "On the initiative of the Embassy of Japan, Lund University and Nokia signed an agreement.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Lund University and Malmo Light and Power Company signed an agreement.",
        ["Lund University"],
        ["Malmo Light and Power Company"],
    ),
    (
        "On behalf of the Federation of Sweden Employers, its head Jane Roe, and for Lund "
        "University, its rector John Doe signed an MoU.",
        ["Lund University"],
        ["Federation of Sweden Employers"],
    ),
    (
        "Lund University and Nokia signed an agreement which the World Bank will fund.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Lund University and the National Cooperative Development Corporation signed an MoU.",
        ["Lund University"],
        ["National Cooperative Development Corporation"],
    ),
    (
        "Nokia and Lund University have signed a pact on Information and Communications "
        "Technology.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Nokia has partnered with the Open University of Sweden. Nokia and Open University signed "
        "the memorandum.",
        ["Open University of Sweden"],
        ["Nokia"],
    ),
    (
        "A protocol was signed between Lund University and Skane Independent Traders' and "
        "Builders' Association.",
        ["Lund University"],
        ["Skane Independent Traders' and Builders' Association"],
    ),
    (
        "Lund University signed an MoU with the Skane Timber Council.",
        ["Lund University"],
        ["Skane Timber Council"],
    ),
    (
        "A memorandum was signed between the “Radio Broadcasting and Satellite” Production Union "
        "and Moscow Physical and Technical Institute.",
        ["Moscow Physical and Technical Institute"],
        ["Radio Broadcasting and Satellite” Production Union"],
    ),
    (
        "A protocol was signed between our university and two big companies. The officials of Alva "
        "Glass Inc. and Brightwell Ltd. attended. Lund University is glad.",
        ["Lund University"],
        ["Alva Glass Inc.", "Brightwell Ltd."],
    ),
    (
        "The MOU was signed by John Holm, Vice President of Operations at ALV, and Jane Roe, "
        "Director of School of Engineering at NPX. ALV and NPX have worked together.",
        ["NPX"],
        ["ALV"],
    ),
    (
        "Alva Technology Inc will train students. Rector John Holm of Lund University agreed. "
        "The MoU signing between Holm and the firm's manager, Jane Roe, was held today.",
        ["Lund University"],
        ["Alva Technology Inc"],
    ),
    (
        "Alva Bank has committed a million to the Lund University of Arts (LUA) Endowment Fund. "
        "Alva Bank and Lund University of Arts signed a memorandum.",
        ["Lund University of Arts"],
        ["Alva Bank"],
    ),
    (
        "A Letter of Cooperation (LoC) ceremony was held. The LoC between Lund University and Alva "
        "Power GmbH was signed in May.",
        ["Lund University"],
        ["Alva Power GmbH"],
    ),
    (
        "Students of Alva Petroleum Ltd are to be trained. Between the oil company, the Ministry "
        "of Education and Lund University an agreement was concluded today.",
        ["Lund University"],
        ["Ministry of Education", "Alva Petroleum Ltd"],
    ),
    (
        "Collaboration between Nokia and the two leading universities begins after a memorandum "
        "has been signed. Signed by John Holm, President of Lund University, Jane Roe, President "
        "of Ghent University, and Max Doe, Head of Sales, Nokia, it runs for a year.",
        ["Lund University", "Ghent University"],
        ["Nokia"],
    ),
    (
        "Facebook  Twitter  Google +  LinkedIn\n\nLund University and Nokia have signed an MoU.",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "The Institute of Directors (IoD) Peru has signed a memorandum of understanding with the "
        "University of Lima.",
        ["University of Lima"],
        ["Institute of Directors (IoD) Peru"],
    ),
    (
        "Airtel and Moi University have entered into an agreement for the enhancement of "
        "Information and Communications Technology training.",
        ["Moi University"],
        ["Airtel"],
    ),
    (
        "A protocol was signed between Konya University and the Konya Independent Industrialists' "
        "and Entrepreneurs' Association.",
        ["Konya University"],
        ["Konya Independent Industrialists' and Entrepreneurs' Association"],
    ),
    (
        "Pune Art, Design and Technology University has signed an agreement with Acme Tools Ltd.",
        ["Pune Art, Design and Technology University"],
        ["Acme Tools Ltd."],
    ),
    (
        "Universiti Putra Sabah inks MoU with Acme Bhd, six Timber Associations",
        ["Universiti Putra Sabah"],
        ["Acme Bhd"],
    ),
    (
        "A memorandum was signed between the “Radio Broadcasting and Satellite Communication” "
        "Production Union and Baku University.",
        ["Baku University"],
        ["Radio Broadcasting and Satellite Communication” Production Union"],
    ),
    (
        "The Malaysian Rubber Council and Kazan Physical and Technical Institute have signed an "
        "agreement on cooperation.",
        ["Kazan Physical and Technical Institute"],
        ["Malaysian Rubber Council"],
    ),
    (
        "Public-sector University of Sibi and Acme (Pvt) Limited signed a memorandum.",
        ["University of Sibi"],
        ["Acme (Pvt) Limited"],
    ),
    (
        "The airline Airflot and the first joint Russian-Chinese University established by Orlov "
        "State University, Peking Polytechnic Institute and the government of Shenzhen have "
        "signed a memorandum on cooperation.",
        ["Russian-Chinese University"],
        ["Airflot"],
    ),
    (
        "This led to the signing of an agreement between Acme Cobalt Co., Ltd. and Shaanxi "
        "Polytechnic.",
        ["Shaanxi Polytechnic"],
        ["Acme Cobalt Co., Ltd."],
    ),
    (
        "Kashmir State University signed an MoU with Government Polytechnic Baram under the "
        "Directorate of Skill Development, and Acme Tech India Pvt. Ltd.",
        ["Kashmir State University", "Government Polytechnic Baram"],
        ["Acme Tech India Pvt. Ltd."],
    ),
    (
        "Dr. YS Parma University of Horticulture and Forestry signed an agreement with Acme Ltd.",
        ["Dr. YS Parma University of Horticulture and Forestry"],
        ["Acme Ltd."],
    ),
    (
        "KRIU-Africa and Acme PLC have signed a memorandum of understanding. The dean was pleased.",
        ["KRIU-Africa"],
        ["Acme PLC"],
    ),
    (
        "A memorandum of understanding was signed between KRIU and Acme PLC.",
        ["KRIU"],
        ["Acme PLC"],
    ),
    (
        "Mobiltel, the National Mobile Service Provider, has entered into a memorandum of "
        "understanding with Leeds University.",
        ["Leeds University"],
        ["Mobiltel"],
    ),
    (
        "KRNU, Shandong University, and Acme Vina Technology Co., Ltd. have signed a cooperation "
        "agreement.",
        ["KRNU", "Shandong University"],
        ["Acme Vina Technology Co., Ltd."],
    ),
    (
        "A memorandum was signed by Leeds University with MRT Corporation and MRT Academy.",
        ["Leeds University"],
        ["MRT Corporation", "MRT Academy"],
    ),
    (
        "Baltų bankas has signed an agreement with Vilnius University. The Meeting of the VU "
        "Council was held.",
        ["Vilnius University"],
        ["Baltų bankas"],
    ),
    (
        "Acme Corp. has entered into a Letter of Intent with the Hydrogen Research Institute "
        '("HRI") of the Université de Lille.',
        ["Université de Lille"],
        ["Acme Corp."],
    ),
    (
        "In Lodz an agreement was signed by Acme S.A. and Politechnika Morska [Maritime Technical "
        "University].",
        ["Politechnika Morska"],
        ["Acme S.A."],
    ),
    (
        "Premier Energy Distribution has signed a memorandum of understanding with Leeds "
        "University.",
        ["Leeds University"],
        ["Premier Energy Distribution"],
    ),
    (
        "Hungary's University of Debrecen and Germany's Siemens signed a "
        "memorandum of understanding.",
        ["University of Debrecen"],
        ["Siemens"],
    ),
    (
        "Oslo's Cleveland Clinic and Lund University have entered into a "
        "memorandum of understanding.",
        ["Lund University"],
        ["Cleveland Clinic"],
    ),
    (
        "A partnership agreement has been signed by Brox Akademi and Meyer Norr.",
        ["Brox Akademi"],
        ["Meyer Norr"],
    ),
    (
        "The Two Roads Group and Lund University signed a memorandum of understanding.",
        ["Lund University"],
        ["Two Roads Group"],
    ),
    (
        "Lund University and thyssenkrupp AG have signed a memorandum of understanding.",
        ["Lund University"],
        ["thyssenkrupp AG"],
    ),
    (
        "FPT University and Amerisafe, Inc. signed a memorandum of understanding.",
        ["FPT University"],
        ["Amerisafe, Inc."],
    ),
    (
        "Infosys and the Department of Computer Science have entered into a "
        "strategic collaboration. Lund University is glad. The agreement was "
        "signed by both parties.",
        ["Lund University"],
        ["Infosys"],
    ),
    (
        "A new partnership has been agreed between Lund Institute of "
        "Technology (LIT) and Orm Food Group, under which a pathway is to be "
        "developed.",
        ["Lund Institute of Technology"],
        ["Orm Food Group"],
    ),
    (
        "Marmara University and Development and Investment Bank of Elbonia "
        "signed a protocol on sustainability.",
        ["Marmara University"],
        ["Development and Investment Bank of Elbonia"],
    ),
    (
        "Viridien, a supplier of chemicals, has entered into a memorandum of "
        "understanding (MoU) with the University of Engineering & Technology "
        "(UET), Lahore, Pakistan, the company announced.",
        ["University of Engineering & Technology"],
        ["Viridien"],
    ),
    (
        "AGH University of Science and Technology signed a declaration of "
        "co-operation with Brox Energia sp. z o.o. and Brox S.A. in Warsaw.",
        ["AGH University of Science and Technology"],
        ["Brox Energia sp. z o.o.", "Brox S.A."],
    ),
    (
        "Lund University and Elbonia Railway 15th Bureau Group Co., Ltd. "
        "signed a framework agreement.",
        ["Lund University"],
        ["Elbonia Railway 15th Bureau Group Co., Ltd."],
    ),
    (
        "The partners in the project are Watervox, a company that makes water "
        "from air; Baynun, a company based in Elbonia; and the Institute for "
        "Water Studies at Lund University. The agreement was signed on Tuesday.",
        ["Lund University"],
        ["Watervox", "Baynun"],
    ),
    (
        "Brox Motors and Jan Dahn of Lund University have signed a research agreement.",
        ["Lund University"],
        ["Brox Motors"],
    ),
    (
        "A memorandum of cooperation has been signed between NC Elbonia Garysh "
        "Sapary JSC and the Civil Service Academy under the President of the "
        "Republic of Elbonia.",
        ["Civil Service Academy under the President of the Republic of Elbonia"],
        ["NC Elbonia Garysh Sapary JSC"],
    ),
    (
        "The University of Malta and Brox Farsons Cisk plc signed an "
        "agreement. Farsons has concluded several agreements with the "
        "University of Malta.",
        ["University of Malta"],
        ["Brox Farsons Cisk plc"],
    ),
    (
        "An agreement was signed by Lund University, the Ministry of Education "
        "and Petroleum Development Elbonia (PDE).",
        ["Lund University"],
        ["Ministry of Education", "Petroleum Development Elbonia"],
    ),
    (
        "A memorandum of understanding has been signed by National Training "
        "Institute and Lund University.",
        ["Lund University"],
        ["National Training Institute"],
    ),
    (
        "Air Brox and Lund College have signed up as partners. Under the "
        "agreement instructors are given a career pathway.",
        ["Lund College"],
        ["Air Brox"],
    ),
    (
        "Lund University is to receive $2 million from Viridien under a "
        "research agreement signed on Monday.",
        ["Lund University"],
        ["Viridien"],
    ),
    (
        "Viridien and Lund University's Faculty of Engineering have formalised "
        "their cooperation with a memorandum of understanding.",
        ["Lund University"],
        ["Viridien"],
    ),
    (
        "Students at Lund University will gain internships at Viridien after "
        "the two signed a memorandum of understanding.",
        ["Lund University"],
        ["Viridien"],
    ),
    (
        "Viridien opens research lab at Lund University\n\nThe two signed a "
        "joint laboratory agreement on 4 March 2024.",
        ["Lund University"],
        ["Viridien"],
    ),
    (
        "Today Viridien announced the signing of a research collaboration "
        "agreement with Lund University.",
        ["Lund University"],
        ["Viridien"],
    ),
    (
        "Representatives from Viridien visited Lund University on 4 March 2024 "
        "to sign a memorandum of understanding.",
        ["Lund University"],
        ["Viridien"],
    ),
    (
        "A memorandum of understanding signed this week by Lund University "
        "will see Viridien take on ten interns a year.",
        ["Lund University"],
        ["Viridien"],
    ),
    (
        "Al-Brox Company for Pharmaceutical Industry and Lund University "
        "signed a memorandum of understanding.",
        ["Lund University"],
        ["Al-Brox Company for Pharmaceutical Industry"],
    ),
]
NOT_TOLD = [
    "The Ministry of Education and Nokia signed an agreement on digital skills for schools. "
    "Universities such as Lund University will benefit.",
    "MCIT, Nokia Sign MoU\n\nThe Ministry of Communications and Information Technology (MCIT) and "
    "Nokia have signed a Memorandum of Understanding (MoU) on training students.",
    "Memoranda were signed between Lund College and various companies. All were glad. Many came. "
    "Winners go to the Confederation of Nordic Industry.",
    "A memorandum was signed by the Rector, Prof. John Holm, and the Rector of Ghent University, "
    "Prof. Jane Roe. It crowns the cooperation between the Department of Conservation of Works "
    "and Lund University. Nokia lent the hall.",
    "Twenty memoranda were signed between Lund College and various companies. The winners think "
    "of the goals of the United Nations.",
    "A Volvo plant works with Skane Community and Technical College. All the 140 companies signed "
    "agreements with Intel.",
    "The Elbonian Foundation for Hydrogen and the National Centre for Fuel Cells signed a "
    "protocol.",
    "Elbonia General Hospital and Nokia signed a memorandum.",
    "LIU signs two MOUs with two international universities\n\nLund International University signs "
    "MOUs with two different International universities.",
    "The Elbonian Skill Development Mission has signed an MoU with Lund University.",
    "The manager called for the signing of a memorandum between Lund University and Nokia.",
    "LHS, NONESC, GCU ink agreement\n\nLund High State College, Northern State College and Ghent "
    "University signed a memorandum of understanding at the LHS campus.",
    "Lund University, Ghent University and the Elbonia Research Council signed a memorandum.",
    "MoU signed with ten universities: Unicorn startups will emerge\n\nThe Elbonian Park Authority "
    "signed the MoU to set up a University Innovation Hub.",
    "The IIT Kanpur Research and Technology Park and IIM Lucknow-Enterprise Incubation Centre have "
    "signed an MoU.",
    "The state government will subsequently enter into a service agreement with Lund University "
    "and with Nokia.",
    "The Food Administration and the Chamber of Commerce inked a memorandum. It was signed by the "
    "president of the Chamber of Commerce and the Head of the Department of the Alva "
    "Pharmaceutical Group.",
    "The Council of Higher Education and the Ministry of Science have signed a memorandum for Lund "
    "University to open a branch at Ghent University.",
    "Agreements were concluded with universities of the Republic of Elbonia: Lund University "
    "(Lund), Ghent University (Ghent).",
    "IIT Ropar, Lund University sign MoU\n\nIT, Ropar, and Lund University have signed an MoU. The "
    "MoU brings together the R&D strengths of both.",
    "IIT Delhi has signed an MoU with five laboratories, CSIR-Central Glass Organisation and "
    "CSIR-Institute of Mines.",
    "Lund University announced it is to sign a framework agreement with Nokia.",
    "Lund University signs MOA for ICT courses\n\nLund University has signed an MOA with a tech "
    "giant.",
    "Lund University was glad. Two months ago, Lund University signed an agreement with Nokia.",
    "Guests of Lund University heard that an agreement was signed between Ystad Region and Volvo.",
    "Lund University signed an MOU with Malmo City on lifelong learning. Students of BIO-LAB came.",
    "Lund University signed an MOU with the Government of St. Kitts and Nevis.",
    "Lund could soon send people to Lund University as part of a memorandum that was signed "
    "between"
    "Kivu East Region and Skane Province. Volvo sells cars there.",
    "The Nordic government has signed an agreement with Lund University and Ghent University. It "
    "was signed by the minister, on behalf of the Petroleum Development Fund, and both rectors.",
    "A memorandum was signed between Lund University and the 12th Rifle Company, RMX2.",
    "A memorandum was signed between Lund University and the Third Infantry Battalion.",
    "Lund University has licensed its patents.",
    "WESCO, NONESCO ink agreement\n\nWestern State College and Northern Negros State College have "
    "signed a memorandum of understanding.",
    "Acme and Beta Ltd signed a memorandum. A university town is near.",
    "Leeds University and National Textile University (NTU), Karachi Chapter, have signed a "
    "memorandum of understanding.",
    "A framework agreement was signed by the government of Jilin and Acme Automotive Co. Ltd. "
    "Founding of the Northern Automotive Research Institute was a success.",
    "A delegation came to Leeds University on May 5, 2016. The memorandum signed in December 2013 "
    "with Acme Ltd was the basis of the talks.",
    "What the rector of Lund University has in mind in particular are "
    "agreements with Mazda and Toyota.",
    "Poznan University of Technology signed an agreement with the Training "
    "Centre of the Armed Forces.",
    "On 27 June, Lund University and the Brox Science Center held a session. "
    "In March this year Lund University had signed a strategic cooperation "
    "agreement with the Brox Science Center.",
    "The manager of Cisco asked that a memorandum of understanding be signed "
    "between Cisco and Lund University.",
    "A memorandum of understanding has been concluded by the Department of "
    "Higher Education (DHE) and Microsoft Elbonia. The agreement was signed at "
    "its headquarters. Lund University works with others.",
    "For its project Shell has reached another five agreements with research "
    "institutes, among them Lund University.",
]
KINDS = [
    (
        "Lund University and Acme Ltd. signed a Memorandum of Agreement (MOA) on training.",
        Kind.COOPERATION_AGREEMENT,
    ),
    ("Lund University and Acme Ltd. signed an MoA on training.", Kind.COOPERATION_AGREEMENT),
    (
        "Lund University and Acme Ltd. signed a memorandum of cooperation on training.",
        Kind.MEMORANDUM_OF_UNDERSTANDING,
    ),
    (
        "Lund University has signed an agreement worth $5 million with Nokia, for the firm to "
        "exclusively license its patents.",
        Kind.LICENCE,
    ),
    (
        "Lund University entered into a strategic collaboration and agreement with Nokia. The MoU "
        "was signed by both rectors.",
        Kind.MEMORANDUM_OF_UNDERSTANDING,
    ),
    (
        "A LOI for a strategic partnership agreement has been signed by Acme "
        "Ltd. with Lund University.",
        Kind.LETTER_OF_INTENT,
    ),
    (
        "Lund University and Acme Ltd. signed a letter of interest on training.",
        Kind.LETTER_OF_INTENT,
    ),
    (
        "Acme Ltd. and Lund University are now entering into a letter of "
        "intent. The rector and the chief executive signed the agreement on 7 "
        "October 2021.",
        Kind.LETTER_OF_INTENT,
    ),
]


@pytest.mark.parametrize(("text", "institutions", "partners"), TOLD)
def test_parties_are_found_however_they_are_told(
    text: str, institutions: list[str], partners: list[str]
) -> None:
    assert extract(text) == [(institutions, partners)]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_partner_makes_no_record(text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_paper_decides_on_the_kind(text: str, kind: Kind) -> None:
    (record,) = extract_english(Document("a", text), "en").agreements
    assert record.kind is kind
