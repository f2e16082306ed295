"""Names that a Swedish city could hold, none of them chosen to be anybody's in particular."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Origin:
    """Given and family names that often go together, and how readily a pair of them is drawn."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    weight: float


def _origin(given: str, family: str, weight: float = 2.5) -> Origin:
    return Origin(tuple(given.split()), tuple(family.split()), weight)


ORIGINS = (
    _origin(
        "Anna Maria Eva Karin Sara Kristina Lena Emma Kerstin Ingrid Elin Hanna Malin Johanna Linnea Birgitta "
        "Åsa Ulla Maja Alva Ebba Ida Julia Moa Ellen Sanna Tilde Vera Signe Saga Märta Stina Greta Hilda Tove "
        "Ronja Embla Freja Disa Svea Rut Susanne Camilla Helena Annika Carina Ulrika Therese Cecilia Jenny "
        "Josefin Frida Lisa Amanda Matilda Klara Elsa Agnes Wilma Alma Astrid Selma Ester Nova Lovisa Tyra "
        "Ingela Gunilla Monica Marie Pia Lotta Katarina Viktoria Sofia Rebecka Sandra Madeleine Petra Anneli "
        "Lars Mikael Anders Johan Erik Per Karl Peter Jan Thomas Daniel Fredrik Hans Mats Andreas Stefan Bengt "
        "Jonas Oskar Viktor Emil Axel Gustav Filip Elias Hugo Albin Sven Göran Torbjörn Ove Rune Leif Håkan "
        "Roland Kjell Tor Isak Love Noel Ture Kim Robin Sam Alex Charlie Magnus Niklas Henrik Marcus Mattias "
        "Patrik Joakim Tobias Rickard Christer Ulf Bo Björn Urban Staffan Rikard Pontus Simon Linus Anton "
        "Ludvig Melker Vincent Arvid Sixten Malte August Algot Edvin Jesper Martin David Samuel Jakob Kenneth",
        "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson "
        "Jonsson Jansson Hansson Bengtsson Jönsson Lindberg Jakobsson Magnusson Lindström Olofsson Lindqvist "
        "Lindgren Berg Axelsson Bergström Lundberg Lind Lundgren Lundqvist Mattsson Berglund Fredriksson "
        "Sandberg Henriksson Forsberg Sjöberg Wallin Engström Danielsson Håkansson Eklund Lundin Gunnarsson "
        "Holm Björk Bergman Samuelsson Fransson Wikström Isaksson Bergqvist Arvidsson Nyström Holmberg Löfgren "
        "Söderberg Nyberg Blomqvist Claesson Nordström Mårtensson Lundström Viklund Björklund Eliasson Pålsson "
        "Berggren Sandström Lund Nordin Ström Åberg Falk Ekström Hermansson Holmgren Hellström Dahl Sundberg "
        "Hedlund Sjögren Ek Blom Öberg Månsson Abrahamsson Strömberg Åkesson Hansen Norberg Lindholm Dahlberg "
        "Jonasson Sundström Ivarsson Åström Backe Tångmark Strandvik Klippgren Sundvall Havsö Skärlund Vassholm "
        "Ljungmo Enmark Malmberg Hedman Ahlgren Granberg Nordlund Rosén Stenberg Wiklund Edlund Höglund Sköld "
        "Östlund Lilja Palm Kvist Sandin Norrman Ekblad Rydberg Törnqvist Hallberg Almqvist Broström Lindahl "
        "Lundmark Öhman Ahlström Grönlund Ekberg Strand Skoglund Hagström Wennberg Roos Frisk Rask Modig "
        "Stolt Ståhl Lövgren Åhlund Bäckström Hägglund Sjölander Vikström Marklund Burman Lidén Melin Wahlström",
        1.0,
    ),
    _origin(
        "Fatima Amina Leila Zahra Yasmin Nour Rima Mariam Hala Samira Dalia Rania Mohammed Ahmed Omar Hassan "
        "Yusuf Said Karim Rami Ibrahim Khaled Bilal Tarek Samir Zaid",
        "Ahmed Ali Hassan Hussein Khoury Haddad Salem Ibrahim Mansour Saleh Najjar Hamdan Darwish Shamoun Aziz "
        "Kassem Issa Mahmoud Sabbagh Tannous",
    ),
    _origin(
        "Hodan Ayan Hibo Sahra Ifrah Asha Abdi Abdirahman Liban Mahad Guled Farhan",
        "Mohamed Abdi Osman Yusuf Farah Warsame Jama Nur Hersi Abshir Dirie Elmi Guleed Roble",
    ),
    _origin(
        "Jasmina Mirela Amra Lejla Sanela Dragana Vesna Emir Dino Adnan Haris Goran Zoran Nermin Senad",
        "Hadzic Kovacevic Begovic Petrovic Jovanovic Hodzic Babic Markovic Delic Suljic Mehic Krasniqi Gashi "
        "Berisha Ilic Nikolic Basic Mujic",
    ),
    _origin(
        "Katarzyna Agnieszka Olena Magdalena Dorota Iryna Oksana Beata Piotr Tomasz Oleksandr Marek Pawel "
        "Andrzej Serhij Krzysztof",
        "Kowalski Nowak Wójcik Shevchenko Bondarenko Kaminski Lewandowska Zielinski Kravchenko Tkachenko Mazur "
        "Wozniak Krawczyk Melnyk",
    ),
    _origin(
        "Tuula Päivi Merja Kirsi Riitta Marjatta Jari Timo Pekka Juha Esa Markku",
        "Virtanen Korhonen Nieminen Mäkinen Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Saarinen "
        "Niemi Rantanen Salonen",
    ),
    _origin(
        "Elif Zeynep Shirin Nasrin Parisa Maryam Dilan Rojin Mehmet Can Amir Reza Darius Kaveh Baran Murat Emre "
        "Behrouz",
        "Yilmaz Demir Kaya Rahimi Ahmadi Hosseini Karimi Sahin Aydin Celik Moradi Jafari Tehrani Shirazi Rezai "
        "Arslan Amini Barzani",
    ),
    _origin(
        "Mai Linh Thuy Hoa Siriporn Malee Minh Tuan Duc Somchai",
        "Nguyen Tran Pham Hoang Vu Dang Bui Srisuk Chaiyasit Do",
    ),
    _origin(
        "Selam Rahel Helen Senait Bethlehem Tesfay Yonas Dawit Filmon Samson Natnael",
        "Tekle Haile Tesfaye Gebremariam Kidane Mehari Abraha Habte Berhane Woldu Araya",
    ),
    _origin(
        "Carmen Isabel Paola Claudia Ximena Carlos Diego Javier Rodrigo Pablo",
        "González Rojas Fuentes Contreras Silva Morales Vargas Castillo Araneda Pizarro",
    ),
)  # fmt: skip
MIXED = 0.06
GIVEN = tuple(name for one in ORIGINS for name in one.given)
FAMILY = tuple(name for one in ORIGINS for name in one.family)
KNOWN = frozenset(
    (
        "Anders Jonsson,Anders Svensson,Anna Bergman,Anna Ekström,Anna Holmgren,Astrid Lindgren,Axel Sandberg,"
        "Björn Andersson,Björn Söderberg,Bengt Bengtsson,Bo Jonsson,Bo Lundgren,Camilla Henriksson,"
        "Camilla Läckberg,Carina Berg,Christer Björkman,Christer Fuglesang,Christer Jonasson,Daniel Bergman,"
        "Daniel Lindström,Ebba Andersson,Ebba Busch,Elias Pettersson,Elin Ek,Elsa Andersson,Emil Forsberg,"
        "Emil Jönsson,Emma Johansson,Emma Larsson,Erik Axel Karlfeldt,Erik Karlsson,Erik Lundqvist,Eva Dahlbeck,"
        "Filip Forsberg,Filip Hammar,Fredrik Bengtsson,Fredrik Lindgren,Frida Hansson,Frida Karlsson,"
        "Fredrik Olsson,Göran Eriksson,Göran Hägglund,Göran Johansson,Göran Persson,Gunilla Carlsson,"
        "Gunilla Bergström,Gunilla Persson,Gustav Lindström,Gustav Larsson,Gustav Möller,Hanna Hellström,"
        "Hanna Öberg,Hans Bergström,Hans Karlsson,Henrik Larsson,Henrik Lundqvist,Håkan Hellström,Håkan Nilsson,"
        "Håkan Juholt,Ida Ingemarsdotter,Ingrid Bergman,Ingrid Persson,Isak Hansen,Jan Andersson,Jan Björklund,"
        "Jan Eliasson,Jan Johansson,Jan Malmsjö,Jan Stenbeck,Jan Lindblad,Jenny Berggren,Jenny Lind,"
        "Jenny Nyström,Jenny Wilson,Jesper Karlsson,Jesper Parnevik,Johan Falk,Johan Persson,Johan Olsson,"
        "Johanna Jönsson,Jonas Björkman,Jonas Eriksson,Jonas Hansson,Jonas Jonasson,Jonas Karlsson,"
        "Jonas Sjöstedt,Jonas Olsson,Julia Hansson,Karin Bergman,Karin Jonsson,Karin Mattsson,Kerstin Ekman,"
        "Kerstin Holm,Kim Andersson,Kim Källström,Kjell Bergqvist,Kjell Johansson,Kjell Jönsson,Kristina Svensson,"
        "Lars Berg,Lars Frölander,Lars Gustafsson,Lars Lindgren,Lars Larsson,Lars Nilsson,Leif Andersson,"
        "Leif Persson,Lena Andersson,Lena Ek,Lena Nyman,Lena Olin,Linnea Henriksson,Lisa Ekdahl,Lisa Larsson,"
        "Lisa Nilsson,Love Larson,Magdalena Andersson,Magdalena Forsberg,Magdalena Eriksson,Magnus Carlsson,"
        "Magnus Hedman,Magnus Norman,Magnus Lindgren,Maja Lundgren,Malin Baryard,Malin Björk,Marcus Berg,"
        "Marcus Eriksson,Marcus Samuelsson,Marcus Johansson,Maria Larsson,Maria Lundqvist,Maria Strömberg,"
        "Marie Göranzon,Martin Dahlin,Martin Lidberg,Martin Ljung,Martin Olsson,Martin Stenmarck,Mats Arvidsson,"
        "Mats Persson,Mats Olsson,Mattias Svensson,Mikael Andersson,Mikael Nilsson,Mikael Renberg,Moa Lundgren,"
        "Monica Nielsen,Mohammed Hassan,Niklas Bäckström,Niklas Strömstedt,Niklas Ekberg,Olena Shevchenko,"
        "Oskar Andersson,Oskar Lindblom,Oskar Linnros,Patrik Isaksson,Patrik Sjöberg,Patrik Andersson,"
        "Per Andersson,Per Hansson,Per Holmberg,Per Johansson,Per Lindstrand,Per Nilsson,Peter Eriksson,"
        "Peter Forsberg,Peter Jönsson,Peter Lundgren,Peter Andersson,Peter Larsson,Pia Johansson,Pia Hansson,"
        "Pia Sundhage,Pontus Jansson,Rickard Olsson,Roland Andersson,Roland Nilsson,Robin Söderling,"
        "Robin Olsson,Samuel Ersson,Samuel Holmén,Sara Lund,Sara Larsson,Simon Hedlund,Simon Olsson,Sixten Ehrling,"
        "Sofia Jakobsson,Sofia Arvidsson,Sofia Mattsson,Staffan Olsson,Stefan Edberg,Stefan Holm,"
        "Stefan Johansson,Stefan Nilsson,Stefan Sauk,Stina Ekblad,Stina Nilsson,Susanne Ljungskog,Sven Eriksson,"
        "Sven Tumba,Therese Johansson,Thomas Bodström,Thomas Nordahl,Thomas Johansson,Thomas Ravelli,"
        "Thomas Wassberg,Thomas Eriksson,Tobias Eriksson,Tobias Karlsson,Tobias Forsberg,Tobias Billström,"
        "Torbjörn Nilsson,Torbjörn Tännsjö,Tove Jansson,Tove Nilsson,Ulf Adelsohn,Ulf Dahlén,Ulf Kristersson,"
        "Ulf Lundell,Ulf Nilsson,Ulf Sandström,Ulla Andersson,Ulla Lindström,Ulrika Jonsson,Ulrika Eriksson,"
        "Urban Ahlin,Viktor Claesson,Viktor Hedman,Viktor Sjöström,Vera Sandberg,Axel Persson,Albin Ekdal,"
        "Alva Myrdal,Andreas Isaksson,Andreas Johansson,Andreas Johnson,Andreas Kleerup,Andreas Lundstedt,"
        "Anton Strålman,Anton Lundell,Arvid Lindblad,August Strindberg,Klara Svensson,Lotta Schelin,"
        "Lotta Engberg,Matilda Ernkrans,Madeleine Onne,Rebecka Liljeberg,Tomasz Nowak,Goran Petrovic,"
        "Omar Hassan,Hassan Khoury,Maryam Karimi,Pekka Heino,Esa Saarinen,Leila Ali,Helena Bergström,"
        "Helena Mattsson,Helena Jonsson,Cecilia Lind,Cecilia Lindqvist,Sandra Dahlberg,Agnes Carlsson,Emil Nilsson,"
        "David Lindgren,David Bergström,David Sundin,Anna Lindh,Anna Lindberg,Anna Olsson,Selma Lagerlöf"
    ).split(",")
)
"""People who are widely known: nobody in a made-up city is to be taken for one of them."""


def _of(names: str) -> NDArray[np.int_]:
    return np.repeat(np.arange(len(ORIGINS)), [len(getattr(one, names)) for one in ORIGINS])


def pairs(rng: np.random.Generator) -> Iterator[tuple[str, str]]:
    """Given and family names in an order of chance, each pair once, none widely known."""
    given, family = _of("given"), _of("family")
    weight = np.array([one.weight for one in ORIGINS])
    chance = np.where(given[:, None] == family, weight[family], MIXED)
    # The smallest of exponential waits: a draw by weight without putting back.
    for at in np.argsort(rng.exponential(size=chance.size) / chance.ravel()).tolist():
        pair = GIVEN[at // len(FAMILY)], FAMILY[at % len(FAMILY)]
        if " ".join(pair) not in KNOWN and pair[0] != pair[1]:
            yield pair
