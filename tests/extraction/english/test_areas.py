"""Areas: lists split into phrases, phrases mapped to the vocabulary."""

import pytest

from agreements.extraction import Document, extract
from agreements.extraction.english.areas.areas import areas
from agreements.extraction.english.areas.codes import codes_of
from agreements.extraction.english.pipeline import read


def _phrases(text: str) -> list[str]:
    reading = read(Document("a", text))
    found = areas(reading.sentences, reading.tokens)
    return [area.phrase.words for area in found]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "Both parties will cooperate in the fields of joint talent training, smart campus"
            " construction, and applied research projects.",
            ["joint talent training", "smart campus construction", "applied research projects"],
        ),
        (
            "The agreement covers student internships, joint research projects and shared"
            " laboratory equipment.",
            ["student internships", "joint research projects", "shared laboratory equipment"],
        ),
        (
            "The two will work with each other in materials, devices and sensors.",
            ["materials, devices and sensors"],
        ),
        (
            "The MoU provides for an industry centre of excellence and a talent program.",
            ["industry centre of excellence", "talent program"],
        ),
        ("Under the agreement a joint laboratory will be established.", ["joint laboratory"]),
        (
            "Internship programs, public lectures, and joint doctoral supervision belong to it.",
            ["Internship programs", "public lectures", "joint doctoral supervision"],
        ),
        (
            "Seed breeding and digital farming technologies are in the foreground.",
            ["Seed breeding and digital farming technologies"],
        ),
        (
            "The two-year memorandum, effective at once, covers speaking engagements, shared"
            " wind power laboratories and curriculum support services.",
            [
                "speaking engagements",
                "shared wind power laboratories",
                "curriculum support services",
            ],
        ),
        (
            "Long-term collaboration is sought, the firm says, in complex flight systems and in"
            " large network security.",
            ["complex flight systems", "large network security"],
        ),
        ("Its goal: practical training of students.", ["practical training of students"]),
        (
            "Together they will co-create and co-innovate in smart grid control and wind farm"
            " maintenance.",
            ["smart grid control and wind farm maintenance"],
        ),
        ("A cross-border partnership of academia and business is the aim.", []),
        (
            "The partnership aims to promote talent development in 5G.",
            ["talent development in 5G"],
        ),
        ("The partnership covers courses.", []),
        ("The two sides thanked each other for the cooperation in the past.", []),
    ],
)
def test_phrases_of_cooperation_are_found(text: str, phrases: list[str]) -> None:
    assert _phrases(text) == phrases


def test_a_phrase_has_the_codes_of_everything_it_names() -> None:
    assert set(codes_of("artificial intelligence and big data")) == {
        "artificial-intelligence",
        "big-data",
    }


def test_a_longer_keyword_hides_the_shorter_in_it() -> None:
    assert "education" not in codes_of("continuing education")


def test_a_phrase_that_the_vocabulary_does_not_know_has_no_code() -> None:
    assert codes_of("matters of the day") == ()


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "The parties committed themselves to these objectives:\n"
            "· Joint Course Design,\n· Staff Training, and\n· Student Placements."
            "\nThe MoU runs for years.",
            ["Joint Course Design", "Staff Training", "Student Placements"],
        ),
        (
            "Both sides signed the pact this week in a hall of the school, as reported.\n"
            "The two will cooperate in the following areas:\n"
            "- Sharing of laboratory equipment\n- Joint supervision of doctoral theses\n"
            "- Summer schools",
            [
                "Sharing of laboratory equipment",
                "Joint supervision of doctoral theses",
                "Summer schools",
            ],
        ),
        (
            "Both sides signed the pact this week in a hall of the school, as reported.\n\n"
            "The subjects include\n\n- Marine Robotics\n- Repair of harbour walls\n- Tidal Power",
            ["Marine Robotics", "Repair of harbour walls", "Tidal Power"],
        ),
        (
            "Both sides signed the pact this week in a hall of the school, as reported.\n\n"
            "The document provides for\n1. lectures on food safety,\n2. a shared greenhouse,\n"
            "3. summer schools.",
            ["lectures on food safety", "shared greenhouse", "summer schools"],
        ),
    ],
)
def test_a_list_set_out_line_by_line_is_read(text: str, phrases: list[str]) -> None:
    assert _phrases(text) == phrases


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "They agreed to cooperate for: choice of field trials; advice on soil health; and"
            " running of a seed library.",
            ["choice of field trials", "advice on soil health", "running of a seed library"],
        ),
        (
            "The agreement includes joint activities, such as guest lectures, summer internships"
            " and a design contest.",
            ["guest lectures", "summer internships", "design contest"],
        ),
        (
            "Both will offer certified courses in robotics, welding and hydraulics.",
            ["certified courses in robotics, welding and hydraulics"],
        ),
        (
            "They will work together in the fields of law, medicine, and research and development.",
            ["law, medicine, and research and development"],
        ),
        (
            "They will work together in the fields of maritime law, sports medicine, and research"
            " and development of vaccines.",
            ["maritime law", "sports medicine", "research and development of vaccines"],
        ),
        (
            "The agreement includes organising summer schools, lectures and visits, granting"
            " scholarships and opening a sleep clinic.",
            ["summer schools, lectures and visits", "scholarships", "opening a sleep clinic"],
        ),
        (
            "The MoU aims to improve crop storage research and find buyers for students' produce.",
            ["crop storage research", "find buyers for students' produce"],
        ),
        (
            "The MoU covers tests in fields like robotics, drones and sonar, and the dean will"
            " lead it.",
            ["robotics, drones and sonar"],
        ),
        (
            "The agreement covers guest lectures, harbour visits with families, and"
            " a design contest.",
            ["guest lectures", "harbour visits", "design contest"],
        ),
        (
            "The memorandum provides for course design, exchange of lecturers, giving them"
            " a chance.",
            ["course design", "exchange of lecturers"],
        ),
        (
            "A memorandum of understanding has been signed to collaborate on applied soil"
            " research, internship programs and annual career fairs.",
            ["applied soil research", "internship programs", "annual career fairs"],
        ),
        ("The two will work together in areas of mutual interest.", []),
        (
            "The agreement covers crop breeding, soil mapping, and other related activities.",
            ["crop breeding", "soil mapping"],
        ),
        (
            "The MoU focuses on early clinical trials, rare diseases and digital health records,"
            " the dean said,"
            " she added.",
            ["early clinical trials", "rare diseases", "digital health records"],
        ),
        (
            "Under the MoU they will train local teachers in steel bridge welding, safety"
            " around tall cranes and hand tool repair.",
            ["steel bridge welding", "safety around tall cranes", "hand tool repair"],
        ),
        (
            "The main areas will be Rail Signalling, Harbour Dredging and Flood Modelling.",
            ["Rail Signalling", "Harbour Dredging", "Flood Modelling"],
        ),
        (
            "The MoU was signed with an institute that focuses on tidal energy and desalination"
            " research.",
            [],
        ),
        (
            "The partners will work together on tests of pumps and valves, seal design and leak"
            " detection.",
            ["tests of pumps and valves", "seal design", "leak detection"],
        ),
        (
            "Priority areas are named. These are: tidal power forecasting, harbour wall repair and"
            " deep sea mapping.",
            ["tidal power forecasting", "harbour wall repair", "deep sea mapping"],
        ),
        (
            "The contents of the agreement are △Support for field trials △Exchange of seed"
            " samples.",
            ["Support for field trials", "Exchange of seed samples"],
        ),
        (
            "The MoU covers water engineering research in Kenya, and was signed in Nairobi.",
            ["water engineering research"],
        ),
        (
            "Also planned are a robotics camp for girls, a seed library and a summer school.",
            ["robotics camp for girls", "seed library", "summer school"],
        ),
        (
            "The MoU covers student training, scientific research and exchange of lecturers.",
            ["student training", "scientific research", "exchange of lecturers"],
        ),
        (
            "The MoU covers steel, ship design and fish farming.",
            ["steel, ship design and fish farming"],
        ),
        (
            "The parties will cooperate in soil research, ship design and the general improvement"
            " of farming and food security in the country.",
            ["soil research", "ship design", "general improvement of farming and food security"],
        ),
        (
            "The areas named are paid internships, soil mapping, working with coastal schools,"
            " harbour visits and summer courses.",
            [
                "paid internships",
                "soil mapping",
                "working with coastal schools",
                "harbour visits",
                "summer courses",
            ],
        ),
        (
            "The MoU covers soil mapping and harbour visits, giving them tea and cake.",
            ["soil mapping and harbour visits"],
        ),
    ],
)
def test_a_list_is_split_where_its_members_end(text: str, phrases: list[str]) -> None:
    assert _phrases(text) == phrases


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "Harbour robotics, tidal power forecasting and summer internships are covered.",
            ["Harbour robotics", "tidal power forecasting", "summer internships"],
        ),
        (
            "Studies of maritime law, harbour visits and paid study tours are listed in it.",
            ["Studies of maritime law", "harbour visits", "paid study tours"],
        ),
        (
            "Crop science, above all in dry regions, lies at the heart of the partnership.",
            ["Crop science"],
        ),
        (
            "Joint research projects, as well as the exchange of doctoral students, are among the"
            " primary objectives named by the dean.",
            ["Joint research projects", "exchange of doctoral students"],
        ),
        (
            "Under the agreement, long summer internships, guest lectures on mill safety and grain"
            " research will be organised.",
            ["long summer internships", "guest lectures on mill safety", "grain research"],
        ),
        (
            "The pact is a start, and a soil research laboratory is to be opened.",
            ["soil research laboratory"],
        ),
        ("Research on coastal erosion is sponsored jointly.", ["Research on coastal erosion"]),
        (
            "Crop insurance research is among the topics of the MoU, next to soil mapping in"
            " valleys, seed storage and digital dairy farming schools.",
            [
                "Crop insurance research",
                "soil mapping in valleys",
                "seed storage",
                "digital dairy farming schools",
            ],
        ),
        (
            "Soil mapping in valleys and cold seed storage are what the agreements are to promote.",
            ["Soil mapping in valleys and cold seed storage"],
        ),
        (
            "Soil mapping and seed storage are examples of the partnership's farming projects.",
            ["Soil mapping and seed storage"],
        ),
        ("Dairy training is to be given in the valleys by the partners.", ["Dairy training"]),
        ("A joint celebration will be held under the agreement.", []),
        ("The partnership is part of the plan.", []),
        ("Both sides said that their guests would be welcomed.", []),
    ],
)
def test_what_is_agreed_may_stand_before_its_verb(text: str, phrases: list[str]) -> None:
    assert _phrases(text) == phrases


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "The focus will be on the master's programme in Mechanical Engineering.",
            ["master's programme in Mechanical Engineering"],
        ),
        ("The agreement deals with maritime law.", ["maritime law"]),
        (
            "The agreement sets out, among others, cold seed storage, soil mapping and water law.",
            ["cold seed storage", "soil mapping", "water law"],
        ),
        (
            "The memorandum names fields of common interest, among them harbour dredging,"
            " flood modelling and rail signalling.",
            ["harbour dredging", "flood modelling", "rail signalling"],
        ),
        (
            "The plans stand under three headings: Research and Teaching, Health and Care,"
            " Ports and Shipping.",
            ["Research and Teaching", "Health and Care", "Ports and Shipping"],
        ),
        (
            "Under the MoU local teachers will be trained in digital farming.",
            ["digital farming"],
        ),
        (
            "The two sides have undertaken to promote tidal research and set up robotics courses.",
            ["tidal research", "set up robotics courses"],
        ),
        (
            "It was agreed to make efforts for online courses and opening a library.",
            ["online courses"],
        ),
        ("Provision is also made for paid internships.", ["paid internships"]),
        (
            "Under the MoU two million euros will go into the construction of laboratories.",
            ["construction of laboratories"],
        ),
        (
            "Both sides would offer testing laboratories to each other, hold design contests and"
            " career fairs and arrange language courses.",
            ["testing laboratories", "design contests and career fairs", "language courses"],
        ),
        (
            "The partners will work together in economic and legal advice, soil mapping and"
            " water supply.",
            ["economic and legal advice", "soil mapping", "water supply"],
        ),
        (
            "The MoU covers robotics and marine biology in these fields.",
            ["robotics and marine biology"],
        ),
        (
            "The areas on which Harbour College and Tidemark will collaborate are soil mapping,"
            " regular talks on shipping and joint teaching of sailors.",
            ["soil mapping", "regular talks on shipping", "joint teaching of sailors"],
        ),
        (
            "Research will grow under the agreement in such key areas as soil mapping, machine"
            " vision and robotics.",
            ["soil mapping", "machine vision", "robotics"],
        ),
        (
            "The agreement names four lines of work: renewable energy and storage; capture, use"
            " and storage of carbon; ship design.",
            ["renewable energy and storage", "capture, use and storage of carbon", "ship design"],
        ),
        (
            "Exchange programmes for lecturers are another area of the MoU.",
            ["Exchange programmes for lecturers"],
        ),
        (
            "Under the agreement the firms will receive trainees, take part in seminars and give"
            " advice on the curriculum.",
            ["seminars", "advice on the curriculum"],
        ),
        (
            "The partnership brings them scholarships and internships.",
            ["scholarships and internships"],
        ),
        (
            "Key areas of the partnership are crop breeding, soil mapping and seed storage.",
            ["crop breeding", "soil mapping", "seed storage"],
        ),
        (
            "Among the activities planned are crop breeding, soil mapping and seed storage.",
            ["crop breeding, soil mapping and seed storage"],
        ),
        (
            "The company and the university will join forces in crop breeding, "
            "soil mapping and seed storage.",
            ["crop breeding, soil mapping and seed storage"],
        ),
        (
            "The agreement makes possible crop breeding, soil mapping and seed storage.",
            ["crop breeding, soil mapping and seed storage"],
        ),
        (
            "The agreement sets out a framework for crop breeding, soil mapping and seed storage.",
            ["crop breeding, soil mapping and seed storage"],
        ),
        (
            "Covered by the agreement are, among other things, crop breeding, "
            "soil mapping and seed storage.",
            ["crop breeding, soil mapping and seed storage"],
        ),
    ],
)
def test_other_words_announce_a_list_too(text: str, phrases: list[str]) -> None:
    assert _phrases(text) == phrases


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "The MoU aims to facilitate joint harbour research, promote lecturer exchange visits"
            " and encourage credit transfer.",
            ["joint harbour research", "lecturer exchange visits", "credit transfer"],
        ),
        (
            "The MoU covers seminars for gifted young students, guest talks by visiting captains"
            " and studies of tidal power.",
            ["seminars", "guest talks", "studies of tidal power"],
        ),
        (
            "The agreement covers summer schools to fill gaps in the curriculum, soil mapping"
            " and seed storage research.",
            ["summer schools", "soil mapping", "seed storage research"],
        ),
        (
            "The MoU covers tidal power research along with harbour repair courses, as well as"
            " the exchange of crews.",
            ["tidal power research", "harbour repair courses", "exchange of crews"],
        ),
        (
            "Under the agreement the firm will provide students with practical training.",
            ["practical training"],
        ),
        (
            "The two agreed on △pursuing field trials for small farms and dairies, △exchange of"
            " seed samples to be stored, and △joint care of the archive.",
            [
                "field trials for small farms and dairies",
                "exchange of seed samples to be stored",
                "joint care of the archive",
            ],
        ),
        (
            "The MoU covers a design (Arts, Craft, Tech, Maths, Music, Film) contest, student and"
            " staff exchange visits and soil research.",
            [
                "design (Arts, Craft, Tech, Maths, Music, Film) contest",
                "student and staff exchange visits",
                "soil research",
            ],
        ),
        ("The parties will promote research and fund research on tides.", ["research on tides"]),
    ],
)
def test_a_list_goes_on_after_what_is_beside_the_point(text: str, phrases: list[str]) -> None:
    assert _phrases(text) == phrases


@pytest.mark.parametrize(
    "text",
    [
        "Both have benefited from cooperation in the fields of computer science and physics.",
        "The two have a history of cooperation in the fields of computer science and physics.",
        "The partnership covers faculty.",
        "The agreement focuses on missions.",
        "The agreement focuses on three key areas.",
        "The two put their cooperation on paper.",
        "The partners turn to our engineers.",
    ],
)
def test_what_was_done_before_and_who_does_it_is_no_area(text: str) -> None:
    assert _phrases(text) == []


def _guessed(text: str) -> list[str]:
    [record] = extract(Document("a", SIGNED + text)).agreements
    return list(dict.fromkeys(area.phrase for area in record.areas))


def test_the_name_of_a_party_is_cut_off_an_area() -> None:
    assert _guessed("The MoU covers internship programmes at Nokia, and research on tides.") == [
        "internship programmes",
        "research on tides",
    ]


FAR = "Snow fell. Guests came. Tea was served. A choir sang. All sat down. "
SIGNED = "Aalto University and Nokia Ltd. signed a memorandum of understanding in Espoo. "


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The partners will start an internship programme.", ["internship programme"]),
        ("Nokia is a provider of communication technology.", []),
        ("The two like marine robotics.", ["marine robotics"]),
        (FAR + "The two like marine robotics.", []),
        (FAR + "The two like student exchanges.", ["student exchanges"]),
        ("The partners will have internship opportunities.", ["internship opportunities"]),
        ("The two like research and innovation, and higher education.", []),
        ("The two like Hospitality and Tourism Management.", []),
        ("It was welcomed by the department of civil engineering.", []),
        (
            "Students will learn robotics, cloud computing and cyber security there.",
            ["robotics, cloud computing and cyber security"],
        ),
        (
            "The partners will have robot courses. The robot courses will be free.",
            ["robot courses"],
        ),
    ],
)
def test_a_phrase_that_nothing_announces_needs_more_to_speak_for_it(
    text: str, phrases: list[str]
) -> None:
    assert _guessed(text) == phrases
