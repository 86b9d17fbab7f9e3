// Names of States, of places of the north and the east, of neighbouring countries, and of the points of the compass, now and before.
// One line a place, today’s official name first. A name shared by two places stands with both.
export const northAndEast = `
Odisha, Orissa, Utkal
Puducherry, Pondicherry, Pondichery, Puduchery, Pondy
Uttarakhand, Uttaranchal
Keralam, Kerala, Travancore Cochin
Karnataka, Mysore State, Carnatic
Tamil Nadu, Madras State, Tamizhagam
Chhattisgarh, Dakshin Kosal
Madhya Pradesh, Central Provinces, Madhya Bharat
Uttar Pradesh, United Provinces
Himachal Pradesh, Himachal
Arunachal Pradesh, North East Frontier Agency, NEFA
Mizoram, Lushai Hills
Nagaland, Naga Hills
Lakshadweep, Laccadive, Laccadives
Jammu and Kashmir, Jammu Kashmir
Assam, Asom, Axom
West Bengal, Paschim Banga, Paschimbanga, Bangla
Gujarat, Gujerat, Guzerat
Rajasthan, Rajputana
Maharashtra, Bombay State
Punjab, Panjab
Telangana, Telengana
Goa, Gomantak, Gova
Delhi, Dilli, Dehli, Shahjahanabad, Indraprastha
Tripura, Tipperah, Hill Tipperah
Manipur, Kangleipak
Andaman and Nicobar Islands, Andaman Nicobar
Sri Vijaya Puram, Port Blair
Netaji Subhas Chandra Bose Island, Ross Island
Swaraj Dweep, Havelock Island
Shaheed Dweep, Neil Island
Prayagraj, Allahabad, Ilahabad, Illahabad, Prayag
Ayodhya, Faizabad, Fyzabad, Awadhpuri
Varanasi, Benares, Banaras, Kashi, Benaras, Kasi
Kanpur, Cawnpore, Cawnpoor, Kanhpur, Kanpur Nagar
Kanpur Dehat, Ramabai Nagar
Lucknow, Lakhnau, Lakshmanpur
Mathura, Muttra
Agra, Akbarabad
Gautam Buddha Nagar, Noida, Gautam Budh Nagar
Amethi, Chhatrapati Shahuji Maharaj Nagar
Amroha, Jyotiba Phule Nagar
Hathras, Mahamaya Nagar
Kasganj, Kanshiram Nagar
Hapur, Panchsheel Nagar
Sambhal, Bhimnagar
Shamli, Prabuddh Nagar
Bhadohi, Sant Ravidas Nagar
Raebareli, Rae Bareli, Rai Bareilly
Bareilly, Bareli, Rohilkhand
Bulandshahr, Bulandshahar, Baran
Budaun, Badaun, Badayun
Baghpat, Bagpat
Lakhimpur Kheri, Kheri
Siddharthnagar, Siddharth Nagar, Naugarh
Kushinagar, Padrauna, Kasia
Pandit Deen Dayal Upadhyaya Nagar, Mughalsarai, Mughal Sarai
Jaunpur, Jounpoor
Mirzapur, Mirzapore
Ghazipur, Ghazeepore
Azamgarh, Azimgarh
Meerut, Merath, Mirat
Saharanpur, Seharunpore
Jhansi, Balwantnagar, Virangana Lakshmibai Nagar
Farrukhabad, Fatehgarh, Furruckabad
Etawah, Itawa
Chitrakoot, Chitrakoot Dham
Shravasti, Sravasti
Gurugram, Gurgaon, Gudgaon
Nuh, Mewat
Hisar, Hissar
Rohtak, Rohtuck
Sonipat, Sonepat
Yamunanagar, Jamna Nagar, Jagadhri
Kurukshetra, Thanesar
Panipat, Paniput
Sirsa, Sarasvati
Charkhi Dadri, Dadri
Ambala, Umballa
Mahendragarh, Narnaul, Kanaud
Palwal, Palval
Sahibzada Ajit Singh Nagar, Mohali, SAS Nagar
Shaheed Bhagat Singh Nagar, Nawanshahr, SBS Nagar
Rupnagar, Ropar, Rupar
Sri Muktsar Sahib, Muktsar
Ferozepur, Firozpur, Ferozepore
Jalandhar, Jullundur, Jullunder
Ludhiana, Loodiana
Bathinda, Bhatinda
Amritsar, Ramdaspur, Umritsur
Hoshiarpur, Hoshyarpur
Fazilka, Bangla Fazilka
Malerkotla, Maler Kotla
Tarn Taran, Tarn Taran Sahib
Shimla, Simla
Kangra, Nagarkot
Dharamshala, Dharamsala, Dhurmsalla
Kullu, Kulu
Sirmaur, Sirmur, Nahan
Lahaul and Spiti, Lahul Spiti
Bilaspur, Kahlur
Haridwar, Hardwar, Hurdwar
Dehradun, Dehra Dun, Dehra Doon
Nainital, Naini Tal
Pauri Garhwal, Pauri, British Garhwal
Udham Singh Nagar, Rudrapur
Joshimath, Jyotirmath
Mussoorie, Mansuri, Masuri
Lansdowne, Kalon Danda
Rishikesh, Hrishikesh
Kotdwar, Kotdwara
Jaipur, Jeypore, Jaypur
Jodhpur, Marwar
Udaipur, Mewar, Oodeypore
Bikaner, Bikanir, Jangladesh
Ajmer, Ajmere, Ajaymeru
Alwar, Ulwar
Bharatpur, Bhurtpore
Chittorgarh, Chittaurgarh, Chittor
Jalore, Jalor
Dholpur, Dhaulpur
Sri Ganganagar, Ganganagar
Hanumangarh, Bhatner
Churu, Choru
Jhunjhunu, Jhunjhunun
Nagaur, Nagore
Tonk, Tonk Nawab
Sawai Madhopur, Madhopur
Beawar, Nayanagar
Mount Abu, Abu, Arbuda
Kolkata, Calcutta, Kalkatta, Kolkatta, Kalikata
Howrah, Haora, Hawrah
Hooghly, Hugli
Purba Bardhaman, Bardhaman, Burdwan, East Burdwan, Barddhaman
Paschim Bardhaman, West Burdwan, Asansol
Purba Medinipur, East Midnapore, Tamluk
Paschim Medinipur, West Midnapore, Midnapore, Medinipur
Cooch Behar, Koch Bihar, Kochbihar
Maldah, Malda, English Bazar
Darjeeling, Darjiling
Murshidabad, Makhsudabad
Baharampur, Berhampore
Nadia, Nuddea, Krishnanagar
North 24 Parganas, Uttar 24 Parganas, Barasat
South 24 Parganas, Dakshin 24 Parganas, Alipore
Uttar Dinajpur, North Dinajpur, Raiganj
Dakshin Dinajpur, South Dinajpur, Balurghat
Chandannagar, Chandernagore, Chandannagore
Shrirampur, Serampore, Fredericknagore
Chinsurah, Chuchura
Shantiniketan, Santiniketan, Bolpur
Birbhum, Beerbhoom, Suri
Purulia, Puruliya, Manbhum
Bidhannagar, Salt Lake
Jalpaiguri, Julpigoree
Barrackpore, Barakpur
Guwahati, Gauhati, Gowhatty, Pragjyotishpur
Sribhumi, Karimganj
Sivasagar, Sibsagar, Rangpur
Nagaon, Nowgong, Naogaon
Dima Hasao, North Cachar Hills
Karbi Anglong, Mikir Hills
Kamrup Metropolitan, Kamrup Metro
Kamrup, Kamroop
Darrang, Mangaldoi, Mangaldai
Sonitpur, Tezpur, Darrang
Cachar, Kachar, Silchar
Lakhimpur, North Lakhimpur
Dibrugarh, Debrooghur
Tinsukia, Tinisukia
Morigaon, Marigaon
Biswanath, Biswanath Chariali
Jorhat, Jorehaut
Goalpara, Gwalpara
Imphal, Yumphal
Churachandpur, Lamka
Aizawl, Aijal
Lunglei, Lungleh
Siaha, Saiha
Kohima, Kewhira
Agartala, Agartola
Sepahijala, Sipahijala
Dhalai, Ambassa
Shillong, Yeddo
East Khasi Hills, Shillong
West Garo Hills, Tura
Ri Bhoi, Nongpoh
Gangtok, East Sikkim
Gyalshing, West Sikkim, Geyzing
Namchi, South Sikkim
Mangan, North Sikkim
Papum Pare, Itanagar, Yupia
Lower Subansiri, Ziro
Patna, Pataliputra, Azimabad, Patliputra
Gaya, Gayaji, Gaya Ji
Munger, Monghyr, Mungher
Purnia, Purnea, Purniya
Saran, Chapra, Chhapra
East Champaran, Purbi Champaran, Motihari
West Champaran, Paschim Champaran, Pashchimi Champaran, Bettiah
Kaimur, Bhabua
Rohtas, Sasaram
Bhojpur, Arrah, Ara, Shahabad
Vaishali, Hajipur
Nalanda, Bihar Sharif
Siwan, Sewan
Muzaffarpur, Mozufferpore
Bhagalpur, Boglipoor
Darbhanga, Durbhunga
Jehanabad, Jahanabad
Sheohar, Shivhar
Buxar, Baksar
East Singhbhum, Purbi Singhbhum, Jamshedpur, Tatanagar, Kalimati
West Singhbhum, Pashchimi Singhbhum, Chaibasa
Seraikela Kharsawan, Saraikela
Medininagar, Daltonganj, Daltenganj
Palamu, Palamau
Hazaribagh, Hazaribag
Deoghar, Baidyanath Dham, Devghar
Sahibganj, Sahebganj
Giridih, Giridi
Dumka, Santhal Pargana, Naya Dumka
Ranchi, Archi, Wilkinsonganj
Kabirdham, Kawardha
Dantewada, Dakshin Bastar
Kanker, Uttar Bastar
Bastar, Jagdalpur
Surguja, Sarguja, Ambikapur
Koriya, Korea, Baikunthpur
Janjgir Champa, Janjgir
Atal Nagar, Naya Raipur, Nava Raipur
Durg, Drug
Rajnandgaon, Nandgaon
Narmadapuram, Hoshangabad
Khargone, West Nimar, Khargon
Khandwa, East Nimar
Jabalpur, Jubbulpore, Jubulpur
Sagar, Saugor, Saugar
Seoni, Sivni
Vidisha, Bhilsa, Besnagar
Dr Ambedkar Nagar, Mhow, Mahu
Indore, Indur, Indaur
Bhopal, Bhojpal
Gwalior, Gopachal, Lashkar
Ujjain, Avantika, Oojein
Narsinghpur, Narsimhapur
Mandsaur, Dashpur
Datia, Datiya
Neemuch, Nimach
Agar Malwa, Agar
Bherunda, Nasrullaganj
Dewas, Devas
Rewa, Riwa
Panna, Punnah
Chhatarpur, Chhattarpur
Srinagar, Siri Nagar, Kashmir
Anantnag, Islamabad
Baramulla, Varmul
Budgam, Badgam
Bandipora, Bandipore
Pulwama, Pulgam
Shopian, Shupiyan
Poonch, Punch
Rajouri, Rajauri
Leh, Ladakh
Kargil, Purig
New, Naya, Nai, Nava
East, Purba, Purbi, Poorv, Purva
West, Paschim, Pashchim, Pashchimi
North, Uttar, Uttara, Uttari
South, Dakshin, Dakshina, Dakshini
Dhaka, Dacca
Chattogram, Chittagong
Barishal, Barisal, Bakerganj
Cumilla, Comilla, Tipperah
Jashore, Jessore
Bogura, Bogra
Kathmandu, Katmandu, Kantipur
Yangon, Rangoon
Myanmar, Burma
Sri Lanka, Ceylon
Kandy, Mahanuwara
Thimphu, Thimbu
Faisalabad, Lyallpur
Sahiwal, Montgomery
Attock, Campbellpur
`;
