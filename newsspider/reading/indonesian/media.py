"""Names of agencies and media that Indonesian news follows, as they are printed."""

from typing import Final

_MEDIA: Final = """
    ABC | ABC News | AFP | Agence France Presse | Agence France-Presse | Al Ahram | Al Arabiya |
    Al Hadath | Al Jazeera | Al Manar | Al Mayadeen | Al Monitor | Al-Arabiya | Al-Jazeera |
    Al-Manar | Al-Masdar News | Al-Mayadeen | Al-Monitor | Albawaba | Aljazeera | Anadolu |
    Anadolu Agency | ANI | ANSA | Ansa | Antara | Antara News | AntaraNews | AP | Arab News |
    Ars Technica | Arutz Sheva | Asahi Shimbun | Asharq Al-Awsat | Asia Times | Asian Image |
    Associated Press | Autoblog | Autocar | Axios | Bangkok Post | BBC | BBC Indonesia | BBC News |
    BBC Sport | Berita Harian | BeritaSatu | Bernama | Bild | Billboard | Bisnis Indonesia |
    Bleacher Report | Bloomberg | Bloomberg News | BNO News | Boxing Scene | BoxingScene |
    Breitbart | Business Insider | Business Today | Buzzfeed | BuzzFeed News | Carscoops | CBS |
    CBS News | CBS Sports | CCTV | CGTN | Channel 12 | Channel 13 | Channel News Asia |
    Channel NewsAsia | China Daily | CNA | CNBC | CNBC Indonesia | CNBC International | CNET |
    CNN | CNN Indonesia | CNN International | CoinDesk | Cointelegraph | Corriere dello Sport |
    Cosmopolitan | Daily Express | Daily Mail | Daily Mirror | Daily Record | Daily Sabah |
    Daily Star | Daily Telegraph | Dailymail | Dawn | De Telegraaf | Deadline | Defense News |
    Der Spiegel | Detik | Detikcom | DetikCom | detikcom | Deutsche Welle | Digital Trends | DPA |
    dpa | DW | DW News | E! News | EFE | Elle | Engadget | Entertainment Weekly | ESPN |
    EurAsian Times | Eurasian Times | Euronews | Evening Standard | Fars | Fars News |
    Fars News Agency | FightHype | Football Espana | Football Italia | Financial Times |
    Firstpost | Forbes | Fortune | Four Four Two | FourFourTwo | Fox Business | Fox News |
    France 24 | France24 | Gadgets 360 | Gazzetta dello Sport | Gizmochina | Gizmodo |
    Global Times | Goal | Goal International | GSM Arena | GSMArena | Guardian | Gulf News |
    Haaretz | Haberturk | Harper's Bazaar | Healthline | Hindustan Times | Hollywood Reporter |
    Huffington Post | HuffPost | Hurriyet Daily News | Independent | India Today | Indian Express |
    iNews | iNews.id | Interfax | International Business Times | IRNA | Islam Times | ISNA |
    Israel Hayom | Itar-Tass | Izvestia | Jakarta Globe | Jakarta Post | Japan Times | Jawa Pos |
    Jerusalem Post | Jiji Press | JoongAng Daily | KBS | KCNA | Khaleej Times | Kommersant |
    Kompas | Kompas TV | Kontan | Koran Tempo | Korea Herald | Korea Times | Koreaboo | kumparan |
    Kumparan | KUNA | Kyiv Independent | Kyiv Post | Kyodo | Kyodo News | L'Equipe |
    L'Orient-Le Jour | La Gazzetta dello Sport | La Repubblica | Le Figaro | Le Monde |
    Le Parisien | Liputan6 | liputan6 | Live Science | LiveScience | Los Angeles Times | Maariv |
    Malay Mail | Malaysiakini | Manchester Evening News | Marca | Mashable | Media Indonesia |
    Medical Daily | Medical News Today | Mehr | Mehr News | Mehr News Agency | Metro TV |
    Metro UK | Middle East Eye | Middle East Monitor | Military Watch Magazine | Minute Mirror |
    Mirror | MNC Media | MNC Portal | MNC Portal Indonesia | MNC Trijaya | Morning Consult |
    Moscow Times | Motor1 | Motorsport | Motorsport.com | MSNBC | Mundo Deportivo |
    National Geographic | National Interest | National Post | Nature | NBC | NBC News | NDTV |
    New Scientist | New Straits Times | New York Post | New York Times | New Yorker | News.com.au |
    News18 | Newsflare | Newsweek | NHK | NHK World | Nikkan Sports | Nikkei | Nikkei Asia | NME |
    NU Online | NPR | NTV | NY Post | Oddity Central | OddityCentral | Okezone | Page Six |
    Paris Match | People | Petra | Phone Arena | PhoneArena | Politico | Polygon |
    Press Association | Press TV | PressTV | PTI | Radio Free Europe | Rappler | Republika |
    Reuters | RFI | Ria Novosti | RIA Novosti | Rolling Stone | Roya News | RT | Russia Today |
    SANA | Saudi Gazette | Saudi Press Agency | Science Alert | ScienceAlert |
    Scientific American | SCMP | Sky News | Sky News Arabia | Sky Sport Italia | Sky Sports |
    Slate | Soompi | South China Morning Post | SPA | Speedweek | Spiegel | Sportbible |
    SportBible | Sporting News | Sports Illustrated | Sportskeeda | Sputnik | Sputnik News |
    Suara Merdeka | Sunday Times | Svenska Dagbladet | Sydney Morning Herald | TalkSport |
    talkSPORT | Talksport | Tasnim | Tasnim News Agency | TASS | TechCrunch | TechRadar | Tempo |
    Tempo.co | Tengri News | The Age | The Athletic | The Atlantic | The Australian | The Cradle |
    The Daily Beast | The Daily Mail | The Daily Mirror | The Daily Star | The Daily Telegraph |
    The Diplomat | The Economist | The Edge | The Express | The Express Tribune |
    The Financial Times | The Guardian | The Hill | The Hindu | The Hindustan Times |
    The Hollywood Reporter | The Independent | The Indian Express | The Irish Times |
    The Jakarta Post | The Japan Times | The Jerusalem Post | The Korea Herald | The Korea Times |
    The Kyiv Independent | The Lancet | The Local | The Mirror | The Moscow Times | The Nation |
    The National | The National Interest | The New Arab | The New York Post | The New York Times |
    The New Yorker | The Observer | The Philippine Star | The Print | The Ring |
    The Saturday Paper | The Scotsman | The Star | The Straits Times | The Street | The Sun |
    The Sunday Times | The Sydney Morning Herald | The Telegraph | The Times | The Times of India |
    The Times of Israel | The Verge | The Wall Street Journal | The War Zone |
    The Washington Post | The Week | Time | Times of India | Times of Israel | TMZ | TOLO News |
    TOLOnews | Tom's Hardware | Tribun | Tribunnews | Transfermarkt | TRT | TRT World |
    Tuttosport | TV One | tvN | TVOne | UK Defence Journal | Ukrinform | Unian | UNIAN |
    United Press International | UPI | USA Today | USNI News | Vanity Fair | Variety | Verge |
    Vice | Viva | VOA | VOA Indonesia | Vogue | Voice of America | Vox | Vulture | WAFA | Wafa |
    Wall Street Journal | Walla | WAM | Washington Examiner | Washington Post | Washington Times |
    WebMD | WION | Wired | WSJ | XDA Developers | Xinhua | Yahoo | Yahoo Finance | Yahoo News |
    Yahoo Sport | Yahoo Sports | Yedioth Ahronoth | Yeni Safak | Ynet | Ynetnews |
    Yomiuri Shimbun | Yonhap | Yonhap News | Yonhap News Agency | ZDNet | Zee News
"""

_COUNTRIES: Final = """
    AS Afghanistan Albania Aljazair Amerika Angola Arab Argentina Armenia Asia Australia Austria
    Azerbaijan Bahrain Bangladesh Barat Barbados Belanda Belarusia Belgia Belize Benin Bhutan
    Bolivia Bosnia Botswana Brasil Brunei Bulgaria Ceko Chad Chile China Cili Cyprus Denmark
    Djibouti Dominika Ekuador Emirat Eritrea Eropa Estonia Eswatini Ethiopia Etiopia Fiji Filipina
    Finlandia Gabon Gambia Georgia Ghana Guatemala Guinea Guyana Haiti Honduras Hong Hongaria
    Hungaria India Indonesia Inggris Irak Iran Irlandia Islandia Israel Italia Jamaika Jepang
    Jerman Jordania Kamboja Kamerun Kanada Kazakhstan Kenya Kirgizstan Kolombia Kong Kongo Korea
    Korsel Korut Kosovo Kroasia Kuba Kuwait Laos Latvia Lebanon Lesotho Liberia Libya Lituania
    Luksemburg Madagaskar Makedonia Maladewa Malawi Malaysia Mali Malta Maroko Mauritania Mauritius
    Meksiko Mesir Moldova Monako Mongolia Montenegro Mozambik Myanmar Namibia Nepal Niger Nigeria
    Nikaragua Norwegia Oman Pakistan Palestina Panama Papua Paraguay Perancis Peru Polandia
    Portugal Prancis Qatar Rumania Rusia Rwanda Samoa Saudi Selatan Senegal Serbia Serikat
    Singapura Siprus Slovakia Slovenia Somalia Spanyol Sudan Suriah Suriname Swedia Swiss Taiwan
    Tajikistan Tanzania Tengah Thailand Timur Tiongkok Togo Tonga Tunisia Turki Turkmenistan UEA
    Uganda Ukraina Uni Uruguay Utara Uzbekistan Vanuatu Vatikan Venezuela Vietnam Yaman Yordania
    Yunani Zambia Zimbabwe Zionis
"""

_INSTITUTIONS: Final = """
    Badan Balai Bank Biro Departemen Dewan Dinas Direktorat Gubernur Humas Jaksa Kantor Kedutaan
    Kejaksaan Kementerian Kepala Kepolisian Komisi Lembaga Mabes Mahkamah Menteri Museum Otoritas
    Pemerintah Pemkab Pemkot Pemprov Polda Polres Polri Presiden Pusat Sekretariat Universitas
    Wakil Wali
"""

MEDIA: Final = tuple(name.strip() for name in _MEDIA.replace("\n", " ").split("|"))
"""A longer name stands for itself: "CNN Indonesia" is not "CNN"."""

COUNTRIES: Final = frozenset(_COUNTRIES.split())
"""Words of country names, which may stand before a medium: "media Inggris Daily Mail"."""

_GIVEN_NAMES: Final = """
    Abdul Abdullah Achmad Ade Adi Agung Agus Ahmad Airlangga Andi Andika Anies Antonio Arief
    Arif Asep Bahlil Bambang Benjamin Boris Budi Cak Dani Dedi Deddy Dewi Dian Djoko Doni Donald
    Dwi Eko Emmanuel Endang Erick Fajar Fitri Ganjar Gibran Hadi Hasan Hendra Herman Heru Ibnu
    Ibrahim Imam Indra Irfan Ismail Iwan Joe Johan John Joko Jokowi Jose Kamala Khofifah Kim
    Lionel Luhut Made Mahfud Maria Megawati Michael Mochamad Mohamad Mohammad Muhamad Muhammad
    Muhadjir Nadiem Narendra Nur Pep Prabowo Puan Putri Rahmat Recep Retno Rian Ridwan Rini
    Rizki Robert Roy Rudi Saleh Sandiaga Siti Slamet Soekarno Sri Sugeng Suharto Susi Susilo
    Syaikh Tito Tri Ujang Ustaz Utami Vladimir Volodymyr Wahyu Wawan Wayan Xi Yanto Yudi Yusuf
    Zulkifli
"""

INSTITUTIONS: Final = frozenset(_INSTITUTIONS.split())
"""Words that names of authorities and offices begin with: what they publish is a press release."""

GIVEN_NAMES: Final = frozenset(_GIVEN_NAMES.split())
"""Words that names of people begin with, in Indonesia and in its news; no medium's does."""
