"""Where an agreement was signed."""

import pytest

from agreements.extraction import Document, extract


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Nokia signed an MoU. The signing took place at Aalto University's main campus.",
            "Aalto University's main campus",
        ),
        (
            "Nokia has signed an MoU with Republic Polytechnic (RP) in Singapore to train staff.",
            None,
        ),
        ("Aalto University and Nokia signed an MoU at a ceremony in Espoo on 3 May.", "Espoo"),
        (
            "Aalto University and Nokia signed an MoU. The ceremony was held in Room 626 of the"
            " Administration Building.",
            "Room 626 of the Administration Building",
        ),
        (
            "At the Nokia Campus on May 3, Aalto University and Nokia signed it all in an MoU.",
            "Nokia Campus",
        ),
        (
            "At a ceremony held in Helsinki, Aalto University and Nokia signed an MoU.",
            "Helsinki",
        ),
        (
            "Aalto University and Nokia signed an MoU at the Grand Hotel, Espoo.",
            "Grand Hotel, Espoo",
        ),
        (
            "On Friday, Jan. 3, 2020, at the Rector's Hall, Aalto University and Nokia signed an"
            " MoU on training.",
            "Rector's Hall",
        ),
        (
            "Jane Roe, Rector of Aalto University, and John Doe, CEO of Nokia, signed the MoU at"
            " the administrative building of the university.",
            "administrative building of the university",
        ),
        (
            "Nokia visited Espoo, Uusimaa, and signed an MoU with Aalto University.",
            "Espoo, Uusimaa",
        ),
        (
            "The rector came to Aalto Campus on 3 May. During the visit, Aalto University and"
            " Nokia signed an MoU.",
            "Aalto Campus",
        ),
        (
            "Guests met at Espoo House, where Aalto University and Nokia signed an MoU.",
            "Espoo House",
        ),
        (
            "Jane Roe, Rector of Aalto University, and John Doe, CEO of Nokia, signed the MoU on"
            " behalf of their organisations at the Grand Hotel, Espoo.",
            "Grand Hotel, Espoo",
        ),
        (
            "Aalto University and Nokia signed an MoU when they met again at the Campus Otaniemi"
            " Keskus.",
            "Campus Otaniemi Keskus",
        ),
        ("ESPOO (May 3): Aalto University and Nokia signed an MoU here yesterday.", "ESPOO"),
        (
            "During the world congress in Barcelona, Aalto University and Nokia signed an MoU.",
            "Barcelona",
        ),
        (
            "Inside the Rector's meeting room, Aalto University and Nokia signed an MoU.",
            "Rector's meeting room",
        ),
        (
            "The signing of the MoU by Aalto University and Nokia took place at its Espoo campus.",
            "Espoo campus",
        ),
        (
            "Aalto University and Nokia signed an MoU. It was signed by Prof. Dr. Jane Roe, Dean of"
            " the School of Engineering at AU, and John Doe, Head of Mobile Networks for the North"
            " at Nokia, at the Rectorate Senate Hall.",
            "Rectorate Senate Hall",
        ),
        (
            "ESPOO, May 3: Aalto University and Nokia signed an MoU. The ceremony was held here.",
            "ESPOO",
        ),
        (
            "The ceremony of Aalto University and Nokia, who signed an MoU, was held in North"
            " Campus of Espoo University of Technology.",
            "North Campus of Espoo University of Technology",
        ),
        (
            "On June 8 the chairman led a delegation to Aalto Campus for a visit, and held a"
            " signing ceremony at which Aalto University and Nokia signed an MoU.",
            "Aalto Campus",
        ),
        (
            "Aalto University and Nokia signed an MoU. Rector Jane Roe and CEO John Doe put their"
            " signatures to it at Espoo Town Hall.",
            "Espoo Town Hall",
        ),
        (
            "Aalto University and Nokia signed an MoU.\n\nDr Jane Roe at Nokia Karaportti with the"
            " signed document.",
            "Nokia Karaportti",
        ),
        (
            "It was in the Council Chamber, on 3 May, that Aalto University and Nokia signed an"
            " MoU.",
            "Council Chamber",
        ),
        (
            "Espoo Campus was where Aalto University and Nokia signed an MoU.",
            "Espoo Campus",
        ),
        (
            "Aalto University has won Nokia, and in Espoo a memorandum of understanding was signed"
            " by the two.",
            "Espoo",
        ),
        (
            "Aalto University and Nokia signed an MoU to establish a park at Otaniemi.",
            None,
        ),
        (
            "The MoU of Aalto University and Nokia was signed on 2nd March 2022 at the Faculty of"
            " Business Studies, University of Helsinki.",
            "Faculty of Business Studies, University of Helsinki",
        ),
        ("Aalto University and Nokia signed an MoU for the first such course in Finland.", None),
        (
            "Aalto University and Nokia signed an MoU at the Center for Flexible Learning.",
            "Center for Flexible Learning",
        ),
        (
            "Held in the Office of the Rector at Aalto's Espoo Campus, the signing of the MoU was"
            " attended by Nokia and Aalto University.",
            "Office of the Rector at Aalto's Espoo Campus",
        ),
        ("Aalto University and Nokia renewed an MoU at Otaniemi Campus.", "Otaniemi Campus"),
        (
            "Espoo was the scene of the Ceremony. Aalto University and Nokia signed an MoU.",
            "Espoo",
        ),
        (
            "On Monday (Apr. 1), in the Central Building, the Rector of Aalto University signed an"
            " MoU with Nokia.",
            "Central Building",
        ),
        (
            "Aalto University and Nokia signed an MoU at Meeting Room A (First), West Office"
            " Building, Espoo.",
            "Meeting Room A (First), West Office Building, Espoo",
        ),
        (
            "Aalto University and Nokia signed an MoU at a ceremony for which the Central Building"
            " was the venue.",
            "Central Building",
        ),
        ("An MoU was signed by Lund University of Technology in Lund and Nokia Networks.", None),
        (
            'Aalto University and Nokia signed an MoU on "Training in Advanced Batteries".',
            None,
        ),
        ("Aalto University and Nokia signed an MoU on training in big data.", None),
        ("Aalto University and Nokia signed an MoU for a course in Islamic Banking.", None),
        (
            "Aalto University and Nokia signed an MoU. The event marks another step in Aalto "
            "University's efforts.",
            None,
        ),
        ("Aalto University, the largest in Espoo, signed an MoU with Nokia.", None),
        (
            "Aalto University and Nokia have an MoU. They met at Finlandia Hall, where today's "
            "signing took place.",
            "Finlandia Hall",
        ),
        ("Aalto University and Nokia signed an MoU. She spoke at the ceremony in Chinese.", None),
    ],
)
def test_the_place_is_that_of_the_act(text: str, place: str | None) -> None:
    assert extract(Document("a", text)).agreements[0].place == place
