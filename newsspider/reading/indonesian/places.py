"""Places that open a news text in small letters too (`Banda Aceh - `): no capitals tell there."""

from typing import Final

from newsspider.reading.indonesian.media import COUNTRIES

_CITIES: Final = """
    Abu Aceh Addis Ambon Amman Amsterdam Ankara Antananarivo Athena Atlanta Badung Baghdad Baku Bali
    Balikpapan Banda Bandung Bangka Bangkalan Bangkok Banjar Banjarbaru Banjarmasin Banjarnegara
    Bantaeng Bantul Banten Banyumas Banyuwangi Barcelona Batam Batang Batu Baubau Bekasi Belitung
    Beijing Beirut Beograd Bengkulu Berlin Bern Bima Bintan Binjai Bintuni Bireuen Bitung Blitar
    Blora Bogor Bojonegoro Bondowoso Bone Boston Bontang Boyolali Brasilia Brebes Brussels Brussel
    Budapest Buenos Bukarest Bukittinggi Buleleng Bulukumba Buton Caracas Chicago Cianjur Ciamis
    Cikarang Cilacap Cilegon Cimahi Cirebon Colombo Dakar Damaskus Dallas Delhi Deli Demak Denpasar
    Depok Dhaka Dharmasraya Dili Doha Donggala Dubai Dublin Dumai Dushanbe Ende Enrekang Frankfurt
    Garut Gaza Gianyar Gorontalo Gowa Gresik Grobogan Guangzhou Gunungkidul Gunungsitoli Haag Hanoi
    Harare Havana Helsinki Ho Houston Indragiri Indramayu Islamabad Istanbul Jakarta Jambi Jateng
    Jatim Jabar Jayapura Jayawijaya Jeddah Jember Jembrana Jenewa Jepara Jeneponto Jerusalem Johor
    Jombang Juba Kabul Kairo Kampar Kapuas Karachi Karanganyar Karangasem Karawang Karimun Karo
    Kathmandu Kebumen Kediri Kendal Kendari Kerinci Ketapang Khartoum Kiev Klaten Klungkung Kolaka
    Kolombo Konawe Kopenhagen Krawang Kuala Kudus Kulonprogo Kuningan Kupang Kyiv Labuan Labuhanbatu
    Lagos Lamongan Lampung Langkat Lebak Lima Lisabon Lisbon Liverpool Lombok London Los
    Lubuklinggau Lumajang Luwu Luwuk Madinah Madiun Madrid Madura Magelang Magetan Majalengka
    Majene Makassar Makkah Malang Maluku Mamuju Manado Manama Manchester Mandailing Manggarai
    Manila Manokwari Maros Mataram Maumere Medan Mekkah Melbourne Mempawah Merauke Metro Meulaboh
    Miami Milan Mimika Minahasa Minneapolis Mojokerto Morowali Moskow Moskwa Muaro Mumbai Munich
    Muscat Nabire Nairobi Naypyidaw New Ngada Nganjuk Ngawi Nunukan Nusakambangan Nusantara Osaka
    Oslo Ottawa Pacitan Padang Padangsidimpuan Palangkaraya Palangka Palembang Palopo Palu
    Pamekasan Pandeglang Pangandaran Pangkalpinang Pangkep Parepare Pariaman Paris Parigi Pasuruan
    Pati Payakumbuh Pekalongan Pekanbaru Pemalang Pematangsiantar Perth Pinrang Pohuwato Polewali
    Ponorogo Pontianak Poso Praha Prabumulih Pretoria Pringsewu Probolinggo Purbalingga Purwakarta
    Purwokerto Purworejo Pyongyang Quito Rabat Ramallah Rejang Rembang Reykjavik Riau Rio Riyadh
    Rokan Roma Sabang Salatiga Samarinda Sambas Sampang Sampit Sana'a San Sangatta Santiago Sao
    Sarajevo Selayar Semarang Seoul Serang Seram Shanghai Shenzhen Siak Sibolga Sidoarjo Sidrap
    Sigi Sikka Simalungun Singaraja Singkawang Sinjai Sintang Situbondo Slawi Sleman Sofia Solo
    Soppeng Sorong Sragen Stockholm Subang Sukabumi Sukoharjo Sumba Sumbawa Sumedang Sumenep
    Surabaya Surakarta Sydney Tabalong Tabanan Takalar Taipei Tallinn Tana Tanah Tangerang
    Tanjungbalai Tanjungpinang Tapanuli Tarakan Tashkent Tasikmalaya Tebing Tegal Teheran Tel
    Temanggung Ternate Tidore Timika Tokyo Tolitoli Toraja Toronto Trenggalek Tripoli Tuban
    Tulungagung Tunis Ubud Ulaanbaatar Ungaran Vancouver Vatikan Vientiane Wajo Wakatobi Warsawa
    Washington Wellington Wina Wonogiri Wonosobo Wuhan Yangon Yogyakarta Yogya Zagreb Zurich
"""

PLACES: Final = frozenset(_CITIES.split()) | COUNTRIES
"""First words of names of cities, regencies and countries."""
