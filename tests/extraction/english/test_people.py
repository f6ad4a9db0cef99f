"""People and their positions, on either side of the name, in the names of many cultures."""

import pytest

from agreements.extraction import Document
from agreements.extraction.english.people.people import distinct, identified, people
from agreements.extraction.english.pipeline import read


def _found(text: str) -> list[tuple[str, str | None]]:
    found = distinct(people(read(Document("a", text))))
    return [(p.name.words, p.position.words if p.position else None) for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "From left: AU President Oh Se-jung, professor Lee Byung-ho, Nordwind Motor Senior "
            "Vice President Lim Tae-won.",
            [
                ("Oh Se-jung", "AU President"),
                ("Lee Byung-ho", None),
                ("Lim Tae-won", "Nordwind Motor Senior Vice President"),
            ],
        ),
        (
            "Present were Dean of Engineering Choi Young-hee and Captain Rolando Diaz, Manager of "
            "Acme.",
            [("Choi Young-hee", "Dean of Engineering"), ("Rolando Diaz", "Manager of Acme")],
        ),
        (
            "Per Holm, Vice-Rector, Director of the Research Center of Aalto University, was "
            "there.",
            [("Per Holm", "Vice-Rector, Director of the Research Center of Aalto University")],
        ),
        (
            "Jane Roe, President of Aalto University, and John Doe, CEO of Siemens, spoke.",
            [("Jane Roe", "President of Aalto University"), ("John Doe", "CEO of Siemens")],
        ),
        (
            "It was signed by Prof. Datuk Dr. Hajah Siti Rahman, Vice-Chancellor of the school.",
            [("Siti Rahman", "Vice-Chancellor of the school")],
        ),
        (
            "It was praised by the Minister of Education of Finland Jane Roe, Vice-President of the"
            " company John Doe, and the head of the department, Ann POE.",
            [
                ("Jane Roe", "Minister of Education of Finland"),
                ("John Doe", "Vice-President of the company"),
                ("Ann POE", "head of the department"),
            ],
        ),
        (
            "The Rector of Aalto Federal University Viktor Doeman and the Ambassador of Finland to"
            " Malaysia Md Karim Roe came.",
            [
                ("Viktor Doeman", "Rector of Aalto Federal University"),
                ("Md Karim Roe", "Ambassador of Finland to Malaysia"),
            ],
        ),
        (
            "Siemens Ltd (Headquarters: Kita-ku, Okayama-shi, President: Taro Yamada) came.",
            [("Taro Yamada", "President")],
        ),
        (
            "There were John Doe, Director of Siemens Ltd, member of the Bureau of Engineers,"
            " Jane Roe, Rector of Aalto University, and others.",
            [
                ("John Doe", "Director of Siemens Ltd"),
                ("Jane Roe", "Rector of Aalto University"),
            ],
        ),
        (
            "It was signed by John Doe, President of Nordtel (Hong Kong) Research Institute.",
            [("John Doe", "President of Nordtel (Hong Kong) Research Institute")],
        ),
        (
            "It was signed by Salim bin Nasser al Harthi, CEO of Nordtel.",
            [("Salim bin Nasser al Harthi", "CEO of Nordtel")],
        ),
        (
            "HXIT Chairman Zhang Wei and Vice President Li Na led the delegation.",
            [("Zhang Wei", "HXIT Chairman"), ("Li Na", "Vice President")],
        ),
        (
            "It was attended by Vice President of Huawei, Mr. Kyle Wang, Huawei Pakistan CEO,"
            " Mr. Alan Li, and Huawei Middle East Director, Mr. Peter Xu.",
            [
                ("Kyle Wang", "Vice President of Huawei"),
                ("Alan Li", "Huawei Pakistan CEO"),
                ("Peter Xu", "Huawei Middle East Director"),
            ],
        ),
        (
            "Three staff came: Han Meimei(CHRO), Liu Yang(HRM of Huawei) and Li Lei(Director).",
            [("Han Meimei", "CHRO"), ("Liu Yang", "HRM of Huawei"), ("Li Lei", "Director")],
        ),
        (
            "ZHANG Wei, the deputy director of the Provincial Department of Commerce, attended.",
            [("ZHANG Wei", "deputy director of the Provincial Department of Commerce")],
        ),
        (
            "Prof. Dr. Ahmed Al-Masri, Rector of the university, thanked Datuk Dr Aminah Hassan,"
            " Minister of Higher Education.",
            [
                ("Ahmed Al-Masri", "Rector of the university"),
                ("Aminah Hassan", "Minister of Higher Education"),
            ],
        ),
        (
            "Ravi Kumar, Director (Personnel), and Anil Rao, Chief Vigilance Officer, came.",
            [("Ravi Kumar", "Director (Personnel)"), ("Anil Rao", "Chief Vigilance Officer")],
        ),
        (
            "Mary O'Brien TD, the Minister for Enterprise, Trade and Innovation, welcomed it.",
            [("Mary O'Brien", "Minister for Enterprise, Trade and Innovation")],
        ),
        (
            "Jane Roe (centre), Director in charge of Aalto Campus, came.",
            [("Jane Roe", "Director in charge of Aalto Campus")],
        ),
        (
            "It was opened by Omar Sheikh, Vice President, Ali Khan, General Secretary, and Hiba"
            " Khan, Chairperson.",
            [
                ("Omar Sheikh", "Vice President"),
                ("Ali Khan", "General Secretary"),
                ("Hiba Khan", "Chairperson"),
            ],
        ),
        (
            "The Managing Director (MD) of the XYZ, Kofi Roe, thanked Gov. Jane Doe.",
            [("Kofi Roe", "Managing Director (MD) of the XYZ"), ("Jane Doe", "Gov.")],
        ),
        (
            "It was signed by the chairman of the Board of Directors of XYZ, John Doe.",
            [("John Doe", "chairman of the Board of Directors of XYZ")],
        ),
        (
            '"It helps," said Max Meyer, inspection and surveillance site manager for Siemens.',
            [("Max Meyer", "inspection and surveillance site manager for Siemens")],
        ),
        ("Siemens Group Director – John Doe", [("John Doe", "Siemens Group Director")]),
        (
            "President SATO Jiro and Vice President for Student Affairs KATO Midori came.",
            [("SATO Jiro", "President"), ("KATO Midori", "Vice President for Student Affairs")],
        ),
        (
            "The Minister of Trade and Industry of Kazakhstan, Sayran Nurlan, was there.",
            [("Sayran Nurlan", "Minister of Trade and Industry of Kazakhstan")],
        ),
        (
            "Jane Roe (seated, left) and John Doe, pilot and program manager (seated, right).",
            [("John Doe", "pilot and program manager")],
        ),
        (
            "John Doe CEO and MD of Siemens arrived.",
            [("John Doe", "CEO and MD of Siemens")],
        ),
        (
            "Jane Roe, Head Retail – South Bank, and John Doe, Dean of Law, met.",
            [("Jane Roe", "Head Retail – South Bank"), ("John Doe", "Dean of Law")],
        ),
        (
            "Prof. Dato’ Dr. Aminah Hassan, President of Aalto University and Ir. Prof. Dato’ Dr."
            " Wei Chen, President of Espoo College spoke.",
            [
                ("Aminah Hassan", "President of Aalto University"),
                ("Wei Chen", "President of Espoo College"),
            ],
        ),
        (
            "Jane Roe, Vice-Chancellor, ABU, said so.",
            [("Jane Roe", "Vice-Chancellor, ABU")],
        ),
        (
            "Wei Chen, Director of Huawei Technologies Co., Ltd. and Dean of Huawei Institute of"
            " Strategic Studies, came.",
            [
                (
                    "Wei Chen",
                    "Director of Huawei Technologies Co., Ltd. and Dean of Huawei Institute of"
                    " Strategic Studies",
                )
            ],
        ),
        (
            "Prof. Dr.-Ing. Dr. h.c. Hans Beispiel, President of Aalto University, and Dipl.-Ing."
            " Karl Muster, Member of the Managing Board of Siemens, came.",
            [
                ("Hans Beispiel", "President of Aalto University"),
                ("Karl Muster", "Member of the Managing Board of Siemens"),
            ],
        ),
        (
            "Engr. Prof. Chukwuemeka Okonkwo, FNSE, Vice-Chancellor of Aalto University, and"
            " Alhaji Musa Ibrahim, Managing Director of Siemens, came.",
            [
                ("Chukwuemeka Okonkwo", "Vice-Chancellor of Aalto University"),
                ("Musa Ibrahim", "Managing Director of Siemens"),
            ],
        ),
        (
            "Kadarsah Suryadi, DEA, Rector of Aalto University, and Ririek Adriansyah, S.T., M.M.,"
            " President Director of Siemens, came.",
            [
                ("Kadarsah Suryadi", "Rector of Aalto University"),
                ("Ririek Adriansyah", "President Director of Siemens"),
            ],
        ),
        (
            "It was signed in the presence of vice-chancellor Prof. G.P. Rajashekar.",
            [("G.P. Rajashekar", "vice-chancellor")],
        ),
        (
            "Aalto University vice-chancellor Prof Datuk Khairuddin Ab Hamid spoke.",
            [("Khairuddin Ab Hamid", "Aalto University vice-chancellor")],
        ),
        (
            "Ma. Lourdes R. Beispiel, Chief Finance Officer, came.",
            [("Ma. Lourdes R. Beispiel", "Chief Finance Officer")],
        ),
        (
            "This was said by Associate Dean for Public Engagement Eric Augustus J. Beispiel.",
            [("Eric Augustus J. Beispiel", "Associate Dean for Public Engagement")],
        ),
        (
            "On Monday prof. RNDr. Jan Novák, CSc., Rector of Aalto University, came.",
            [("Jan Novák", "Rector of Aalto University")],
        ),
        (
            "Lt. Gen. Javed Mahmood Beispiel, HI(M), (Retd), Rector of Aalto University, came.",
            [("Javed Mahmood Beispiel", "Rector of Aalto University")],
        ),
        ("Ir. John Tan Hong Tat, CEO of Siemens, came.", [("John Tan Hong Tat", "CEO of Siemens")]),
        (
            "Dr. Dompak Beispiel S.E, M.Si, CPA, Rector of Aalto University, came.",
            [("Dompak Beispiel", "Rector of Aalto University")],
        ),
        (
            "It was said by Suroso, General Manager of Siemens.",
            [("Suroso", "General Manager of Siemens")],
        ),
        (
            "Sh. S. K. Kumar, ED (CT), Siemens, came.",
            [("S. K. Kumar", "ED (CT), Siemens")],
        ),
        (
            "Vice Rectors Prof. Dr. Ali Kaya, Prof. Dr. Can Demir and Ayse Yilmaz came.",
            [
                ("Ali Kaya", "Vice Rectors"),
                ("Can Demir", "Vice Rectors"),
                ("Ayse Yilmaz", "Vice Rectors"),
            ],
        ),
        (
            "Vice Dean Li Na, Wang Fang, Deputy Secretary Zhao Qiang and Dean Chen Jie attended.",
            [
                ("Li Na", "Vice Dean"),
                ("Wang Fang", None),
                ("Zhao Qiang", "Deputy Secretary"),
                ("Chen Jie", "Dean"),
            ],
        ),
        (
            "Prof. Dr. Md. Abdul Karim, Registrar, met Dr. Siti binti Ab. Rahman, Dean.",
            [("Md. Abdul Karim", "Registrar"), ("Siti binti Ab. Rahman", "Dean")],
        ),
        (
            "Dr. (Mrs) Ngozi Eze, Registrar, and Prof. Grace Otieno XYZ Deputy Vice Chancellor.",
            [("Ngozi Eze", "Registrar"), ("Grace Otieno", "XYZ Deputy Vice Chancellor")],
        ),
        (
            "Datuk Amar Abdul Rahim, Minister of Works, and Tuan Karim Ali, CEO of Siemens, came.",
            [("Abdul Rahim", "Minister of Works"), ("Karim Ali", "CEO of Siemens")],
        ),
        (
            "Assoc. Prof. Dr. Le Anh Tuan - President of XYZ, and Major General Ali Khan came.",
            [("Le Anh Tuan", "President of XYZ"), ("Ali Khan", None)],
        ),
        (
            "XYZ Director Li ‘Alan’ Guodong and Institute of Advanced Technology (IAT) President"
            " John Doe came.",
            [
                ("Li ‘Alan’ Guodong", "XYZ Director"),
                ("John Doe", "Institute of Advanced Technology (IAT) President"),
            ],
        ),
        (
            "ABC Kim Lee Faculty of Law and Business (FLB) Dean Dr Tan Mei Ling and Department of"
            " Applied Physics Head Dr Ahmad Zaki came.",
            [
                ("Tan Mei Ling", "ABC Kim Lee Faculty of Law and Business (FLB) Dean"),
                ("Ahmad Zaki", "Department of Applied Physics Head"),
            ],
        ),
        (
            "Prof RK Sharma, head, civil engineering department, and Prof Anil Gupta, dean, came.",
            [("RK Sharma", "head, civil engineering department"), ("Anil Gupta", "dean")],
        ),
        (
            "It was signed by Jane Roe, dean of the Faculty of Law, XYZ and John Doe, Director of"
            " Sales, Service & Support.",
            [
                ("Jane Roe", "dean of the Faculty of Law, XYZ"),
                ("John Doe", "Director of Sales, Service & Support"),
            ],
        ),
        (
            "Jane Roe, head of the Customer Team, Mobile Networks for the Gulf Region at Siemens;"
            " and Max Meyer, legal advisor, signed.",
            [
                (
                    "Jane Roe",
                    "head of the Customer Team, Mobile Networks for the Gulf Region at Siemens",
                ),
                ("Max Meyer", "legal advisor"),
            ],
        ),
        (
            "They were Dr. Ahmad Ismail as Head of the Promotion Division; Ms. Siti Anwar as Lead"
            " Registrar.",
            [
                ("Ahmad Ismail", "Head of the Promotion Division"),
                ("Siti Anwar", "Lead Registrar"),
            ],
        ),
        (
            "The visit was led by the General Rector, Rosa Inés Gómez Núñez, who held a session.",
            [("Rosa Inés Gómez Núñez", "General Rector")],
        ),
        (
            "Ms. Ana Cruz – Cooperation and Development Officer; Dr. Jose Reyes, chairman governing"
            " council of the XYZ.",
            [
                ("Ana Cruz", "Cooperation and Development Officer"),
                ("Jose Reyes", "chairman governing council of the XYZ"),
            ],
        ),
        (
            "Vice President of Administration and Finance Rosa S. Dizon and Director for Community"
            " Services Mary Grace B. Cruz came.",
            [
                ("Rosa S. Dizon", "Vice President of Administration and Finance"),
                ("Mary Grace B. Cruz", "Director for Community Services"),
            ],
        ),
        (
            "Assistant to the President Shen Bo, XYZ Institute Deputy Director Can Demir, ABC"
            " Chairman Ali Kaya and Proctor Prof. Dr. AKM Karim came.",
            [
                ("Shen Bo", "Assistant to the President"),
                ("Can Demir", "XYZ Institute Deputy Director"),
                ("Ali Kaya", "ABC Chairman"),
                ("AKM Karim", "Proctor"),
            ],
        ),
        (
            "Commander of the Academy Brig. Gen. Khalid Al Hajri and Nokia Kenya CEO Herman He.",
            [("Khalid Al Hajri", "Commander of the Academy"), ("Herman He", "Nokia Kenya CEO")],
        ),
        (
            "Anwar Karim, serving as the Focal Point and Additional Director, was there.",
            [("Anwar Karim", "Focal Point and Additional Director")],
        ),
        (
            "On the occasion Dean Academics Vivek Chawla, Dean R&D RPS Gill, Satbir Singh, Finance"
            " Officer Sukhbir Walia and Secretary General Sajjad Aziz came.",
            [
                ("Vivek Chawla", "Dean Academics"),
                ("RPS Gill", "Dean R&D"),
                ("Satbir Singh", None),
                ("Sukhbir Walia", "Finance Officer"),
                ("Sajjad Aziz", "Secretary General"),
            ],
        ),
        (
            "Dr. Ali Khan, Director of the Office of Research, Innovation, and Commerce (ORC)"
            " at Aalto University, came.",
            [
                (
                    "Ali Khan",
                    "Director of the Office of Research, Innovation, and Commerce (ORC) at"
                    " Aalto University",
                )
            ],
        ),
        (
            "Vice President for Research, Planning, and Development, Dr. Anna Cruz, and Chairman of"
            " the Institute’s council, Dr. Ada Obi, came.",
            [
                ("Anna Cruz", "Vice President for Research, Planning, and Development"),
                ("Ada Obi", "Chairman of the Institute’s council"),
            ],
        ),
        (
            "According to Yayasan Maju Director Ali bin Omar, Dr Amin Tun Ahmad Zaidi, surgeon at"
            " Siemens, came with Rev Father Jackson Donkoh, registrar.",
            [
                ("Ali bin Omar", "Yayasan Maju Director"),
                ("Amin Tun Ahmad Zaidi", "surgeon at Siemens"),
                ("Jackson Donkoh", "registrar"),
            ],
        ),
        (
            "Prof. Grace Obua Vice-Chancellor of ABC and University Bursar CPA. Felix Amanya came.",
            [("Grace Obua", "Vice-Chancellor of ABC"), ("Felix Amanya", "University Bursar")],
        ),
        (
            "Alhaji Musa Garba, mni, Chairman of Council, and Hon. Maria L. Dizon-Roque, PhD, CESO"
            " III, Regional Director, came.",
            [
                ("Musa Garba", "Chairman of Council"),
                ("Maria L. Dizon-Roque", "Regional Director"),
            ],
        ),
        (
            "Atty. Jose B. Cruz Jr., Legal Counsel, met Brigadier General Rashid Mahmud (retd),"
            " Registrar, and the Vice-Chancellor, Prof. (Mrs.) Ade Bello, of course.",
            [
                ("Jose B. Cruz Jr.", "Legal Counsel"),
                ("Rashid Mahmud", "Registrar"),
                ("Ade Bello", "Vice-Chancellor"),
            ],
        ),
        (
            "Prof. Dr. Ahmad Fauzan, M.Pd., Rector, and Ir. Bambang Susilo, M.M., Director, met Dr"
            " Sri Mulyani, Dean.",
            [
                ("Ahmad Fauzan", "Rector"),
                ("Bambang Susilo", "Director"),
                ("Sri Mulyani", "Dean"),
            ],
        ),
        (
            "Max Meyer, who heads a team, and Maria Lind, professor of law at Lund University,"
            " will lead it.",
            [("Maria Lind", "professor of law at Lund University")],
        ),
        (
            "Max Meyer, Head of the Central East (CE) Market Unit, Siemens, and Dr. Ana Malo-oy,"
            " TUPV Campus Director, met Director General of PJSC «Siemens Complex» Ivan Petrov.",
            [
                ("Max Meyer", "Head of the Central East (CE) Market Unit, Siemens"),
                ("Ana Malo-oy", "TUPV Campus Director"),
                ("Ivan Petrov", "Director General of PJSC «Siemens Complex»"),
            ],
        ),
        (
            "Director IV of ABC Atty. Lily C. Cruz-Milla, Atty. Jose Reyes, Jr. (left), Dean, and"
            " Engr. Ana Lim, coordinator, university industry linkage programme, came.",
            [
                ("Lily C. Cruz-Milla", "Director IV of ABC"),
                ("Jose Reyes, Jr.", "Dean"),
                ("Ana Lim", "coordinator, university industry linkage programme"),
            ],
        ),
        (
            "They met Max Meyer, Vice-Rector, Director of the Research Center of Aalto University.",
            [
                ("Max Meyer", "Vice-Rector, Director of the Research Center of Aalto University"),
            ],
        ),
        (
            "They met the founder and CEO Polymer LLC Rashad Ibrahimov and the Dean of the"
            " University Md Shafiul Islam Karim.",
            [
                ("Rashad Ibrahimov", "founder and CEO Polymer LLC"),
                ("Md Shafiul Islam Karim", "Dean of the University"),
            ],
        ),
        (
            "They met Vice-Rector for International Cooperation Jane Roe, and "
            "Director of Corporate Affairs John Doe also came.",
            [
                ("Jane Roe", "Vice-Rector for International Cooperation"),
                ("John Doe", "Director of Corporate Affairs"),
            ],
        ),
        (
            "They met Deputy Minister of Education and Training Jane Roe and "
            "Minister of Industry and Energy John Doe.",
            [
                ("Jane Roe", "Deputy Minister of Education and Training"),
                ("John Doe", "Minister of Industry and Energy"),
            ],
        ),
        (
            "Rose Krebs PhD, Dean of Science, and Jane Roe, MBA, Registrar, spoke.",
            [("Rose Krebs", "Dean of Science"), ("Jane Roe", "Registrar")],
        ),
        (
            "There were Jane Roe, College of Arts and Sciences dean; John Doe, "
            "College of Engineering dean; and others.",
            [
                ("Jane Roe", "College of Arts and Sciences dean"),
                ("John Doe", "College of Engineering dean"),
            ],
        ),
        (
            "Jane Roe, Rose Krebs and John Doe, directors of Acme Energy, presided.",
            [
                ("Jane Roe", "directors of Acme Energy"),
                ("Rose Krebs", "directors of Acme Energy"),
                ("John Doe", "directors of Acme Energy"),
            ],
        ),
        (
            "It was signed by the university's Vice Rector for International "
            "Relations, Jane Roe, and others.",
            [("Jane Roe", "university's Vice Rector for International Relations")],
        ),
        (
            "They met Jane Roe, Head of Research and Development of Acme Chemical Corporation.",
            [("Jane Roe", "Head of Research and Development of Acme Chemical Corporation")],
        ),
        (
            "HE Jin, vice president of Acme, and XU Jianfu, vice president of "
            "Aalto University, came.",
            [
                ("HE Jin", "vice president of Acme"),
                ("XU Jianfu", "vice president of Aalto University"),
            ],
        ),
        (
            "DrJane Roe, Dean of Law, spoke.",
            [("Jane Roe", "Dean of Law")],
        ),
        (
            "They thanked Jane Roe, dean of the biotechnology department and "
            "associate professor of Aalto.",
            [("Jane Roe", "dean of the biotechnology department and associate professor of Aalto")],
        ),
        (
            "The CEO of LE Jane Roe came.",
            [("Jane Roe", "CEO of LE")],
        ),
        (
            "Jane Roe, President and Chairman of BASF Greater China, praised it. So did John Doe, "
            "managing director of Iberdrola Innovation Middle East.",
            [
                ("Jane Roe", "President and Chairman of BASF Greater China"),
                ("John Doe", "managing director of Iberdrola Innovation Middle East"),
            ],
        ),
        (
            "There were extension director Marilou Lucas and public-private partnerships director "
            "Lawrence C. Tagata.",
            [
                ("Marilou Lucas", "extension director"),
                ("Lawrence C. Tagata", "public-private partnerships director"),
            ],
        ),
        (
            "The general manager of Acme Ltd, Martín Salgado Devincenzi, remarked that it was so.",
            [("Martín Salgado Devincenzi", "general manager of Acme Ltd")],
        ),
        (
            "Heidi Mottram, Chief Executive Officer, Northumbrian Water, was there.",
            [("Heidi Mottram", "Chief Executive Officer, Northumbrian Water")],
        ),
        (
            "There were Prof. Jane Roe, as well as the leaders of the Engineering Faculty, and "
            "Dr. John Doe, together with the CEO of Siemens, Mr Max Muster.",
            [("Jane Roe", None), ("John Doe", None), ("Max Muster", "CEO of Siemens")],
        ),
        (
            "It was attended by Siemens representatives Mr Teppo Helles, Vice President of Sales; "
            "and Ms Vivian Lau, General Manager of Operation.",
            [
                ("Teppo Helles", "Vice President of Sales"),
                ("Vivian Lau", "General Manager of Operation"),
            ],
        ),
        (
            "Siemens' Executive Officer for Exploration, Jane Roe, the president of Nokia, Huang "
            "Yeha, and the dean of arts, John Doe, were present.",
            [
                ("Jane Roe", "Executive Officer for Exploration"),
                ("Huang Yeha", "president of Nokia"),
                ("John Doe", "dean of arts"),
            ],
        ),
        (
            "The leaders of Aalto University (Jane Roe and John Doe among them) came.",
            [("Jane Roe", "leaders of Aalto University"), ("John Doe", None)],
        ),
        (
            "The deputy minister for education Mohibur Hassan Chowdhury took part online.",
            [("Mohibur Hassan Chowdhury", "deputy minister for education")],
        ),
        (
            "Chung Ki-sun, Head of Management Support Office; Paul (Kyungwoo) Chen, Chief "
            "Technology Officer; and Ciarán Ó hUiginn, president of Aalto University, came.",
            [
                ("Chung Ki-sun", "Head of Management Support Office"),
                ("Paul (Kyungwoo) Chen", "Chief Technology Officer"),
                ("Ciarán Ó hUiginn", "president of Aalto University"),
            ],
        ),
        (
            "Siemens HR Director Edy Priyono S.KM., MM., met our Honourable Prime Minister "
            "Jane Roe.",
            [("Edy Priyono", "Siemens HR Director"), ("Jane Roe", "Honourable Prime Minister")],
        ),
        (
            'Jane Roe, the SRSPU (NPI) Rector, met John Doe, the Director General of the "Acme '
            'Mining", in Oulu.',
            [
                ("Jane Roe", "SRSPU (NPI) Rector"),
                ("John Doe", 'Director General of the "Acme Mining"'),
            ],
        ),
        (
            "There were Jane Roe, its head, and John Doe, Rector of Krem National University named "
            "after M. Ostrograd.",
            [
                ("Jane Roe", "head"),
                ("John Doe", "Rector of Krem National University named after M. Ostrograd"),
            ],
        ),
        (
            "There were Ana Carol, University of Oviedo administrator; and Kevin Brown, "
            "President of the University of Technology, Jamaica.",
            [
                ("Ana Carol", "University of Oviedo administrator"),
                ("Kevin Brown", "President of the University of Technology, Jamaica"),
            ],
        ),
    ],
)
def test_names_and_positions_are_paired(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert _found(text) == expected


def test_somebody_named_again_by_surname_is_one_person() -> None:
    text = "Jane Roe, Rector of Aalto University, came. Roe said that she was glad."
    assert _found(text) == [("Jane Roe", "Rector of Aalto University")]


def test_a_name_known_from_elsewhere_is_seen_where_nothing_shows_it() -> None:
    text = (
        "It was opened by the President of the Board of Polimer-Mosty Jan Figat today. Jan Figat,"
    )
    text += " the President of the Board, was glad."
    assert ("Jan Figat", "President of the Board of Polimer-Mosty") in _found(text)


@pytest.mark.parametrize("again", ["M Ishaq", "Mohammad Ishaq"])
def test_an_initial_or_another_spelling_is_the_same_person(again: str) -> None:
    text = f"Mohammed Ishaq Ali, CEO of Siemens, came. Dr {again} Ali said that he was glad."
    assert _found(text) == [("Mohammed Ishaq Ali", "CEO of Siemens")]


def test_the_position_may_stand_with_a_later_naming() -> None:
    text = "The visit was led by John Doe. John Doe, Dean of Aalto University, spoke."
    assert _found(text) == [("John Doe", "Dean of Aalto University")]


def test_the_position_may_stand_in_a_sentence_of_its_own() -> None:
    text = "Jane Roe and John Doe spoke. Roe is President of Aalto University. Doe, who is the"
    text += " CEO of Siemens, agreed."
    assert _found(text) == [
        ("Jane Roe", "President of Aalto University"),
        ("John Doe", "CEO of Siemens"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Written by: Jane Roe\n\nThe university and the company agreed to meet again soon.",
        "(Jane Roe / Text; John Doe / Picture) The university and the company met again.",
        "Hamad Bin Khalifa University and Siemens met.",
        "They met in the Dr. Jose P. Cruz Jr. Conference Room and the township of Seri Iskandar.",
        "They met Mr Prof In-charge of training and the Chairman, Federal Republic, of course.",
        "Sri Mahila Visva Vidyalayam (SMVV) and others met, with more for Members Only Benefits.",
        "Aalto University selected Kone Lifts as its partner.",
        "It began at Espoo, Laurea, through Executive Order 12, and came to Sri Lanka.",
        "MEDIX IP, a leader in imaging, was there, as was the record tenth Premier Soccer League.",
        "They thanked His Royal Highness",
        "Mibawa TV, MUST partner on training",
        "It went to UP Elbona. UP Elbona was formally installed as academic partner of it.",
    ],
    ids=[
        "byline",
        "photo credit",
        "university named after a person",
        "room and town",
        "words of an office",
        "body with its initials",
        "company with a part to play",
        "places",
        "company and title",
        "titles alone",
        "companies that do something",
        "school with a part to play",
    ],
)
def test_bylines_and_bodies_are_no_people(text: str) -> None:
    assert _found(text) == []


def test_an_office_without_a_name_is_no_person() -> None:
    assert _found("They were represented by the dean of the faculty and the acting rector.") == []


def test_a_bare_surname_identifies_nobody() -> None:
    text = "From left: Roe, Dr Roe, Prof Poe and Dr John Doe.\n\nDr John Doe of Siemens spoke."
    found = identified(people(read(Document("a", text))))
    assert [p.name.words for p in found] == ["John Doe"]
