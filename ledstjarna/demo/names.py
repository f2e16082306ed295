"""Names that a Swedish city could hold, none of them anybody's in particular."""

GIVEN = tuple(
    (
        "Anna Maria Eva Karin Sara Kristina Lena Emma Kerstin Ingrid Elin Hanna Malin Johanna Linnea Birgitta "
        "Åsa Ulla Maja Alva Ebba Ida Julia Moa Ellen Fatima Amina Leila Zahra Yasmin Nour Hodan Ayan Rima Jasmina "
        "Mirela Amra Katarzyna Agnieszka Olena Mai Linh Selam Rahel Sanna Tuula Päivi Merja Elif Zeynep Lars Mikael "
        "Anders Johan Erik Per Karl Peter Jan Thomas Daniel Fredrik Hans Mats Andreas Stefan Bengt Jonas Oskar "
        "Viktor Emil Axel Gustav Filip Elias Hugo Albin Mohammed Ahmed Ali Omar Hassan Yusuf Abdi Said Karim Rami "
        "Emir Dino Adnan Piotr Tomasz Oleksandr Minh Tesfay Yonas Jari Timo Mehmet Can Amir Reza Darius Sven Göran "
        "Torbjörn Ove Rune Leif Håkan Roland Kjell Tor Isak Love Noel Ture Kim Robin Sam Alex Charlie Nova Tilde "
        "Vera Signe Saga Märta Stina Greta Hilda Tove Ronja Embla Freja Disa Svea Rut"
    ).split()
)
FAMILY = tuple(
    (
        "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson "
        "Jonsson Jansson Hansson Bengtsson Jönsson Lindberg Jakobsson Magnusson Lindström Olofsson Lindqvist "
        "Lindgren Berg Axelsson Bergström Lundberg Lind Lundgren Lundqvist Mattsson Berglund Fredriksson Sandberg "
        "Henriksson Forsberg Sjöberg Wallin Engström Danielsson Håkansson Eklund Lundin Gunnarsson Holm Björk "
        "Bergman Samuelsson Fransson Wikström Isaksson Bergqvist Arvidsson Nyström Holmberg Löfgren Söderberg "
        "Nyberg Blomqvist Claesson Nordström Mårtensson Lundström Viklund Björklund Eliasson Pålsson Berggren "
        "Sandström Lund Nordin Ström Åberg Falk Ekström Hermansson Holmgren Hellström Dahl Sundberg Hedlund "
        "Sjögren Ek Blom Öberg Månsson Abrahamsson Strömberg Åkesson Hansen Norberg Lindholm Dahlberg Jonasson "
        "Sundström Ivarsson Åström Ahmed Ali Hassan Mohamed Hussein Abdi Osman Yusuf Nguyen Tran Kowalski Nowak "
        "Wójcik Hadzic Kovacevic Begovic Petrovic Yilmaz Demir Kaya Tekle Haile Rahimi Ahmadi Hosseini Karimi "
        "Khoury Haddad Salem Farah Virtanen Korhonen Nieminen Mäkinen Shevchenko Bondarenko Backe Tångmark "
        "Strandvik Klippgren Sundvall Havsö Skärlund Vassholm Ljungmo Enmark"
    ).split()
)
