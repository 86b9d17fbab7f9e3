// Names of places of the west, the south and Odisha, now and before.
// One line a place, today’s official name first. A name shared by two places stands with both.
export const westAndSouth = `
Mumbai, Bombay, Bambai, Mombai
Mumbai Suburban, Bombay Suburban
Navi Mumbai, New Bombay
Thane, Thana, Tanna
Pune, Poona, Punyanagari
Nashik, Nasik, Gulshanabad
Chhatrapati Sambhajinagar, Aurangabad, Sambhajinagar, Khadki
Dharashiv, Osmanabad, Usmanabad
Ahilyanagar, Ahmednagar, Ahmadnagar
Solapur, Sholapur
Kolhapur, Kolapoor, Karvir
Amravati, Amraoti, Umravati, Oomrawuttee
Yavatmal, Yeotmal
Beed, Bhir, Bir
Raigad, Kolaba, Colaba
Dhule, Dhulia, West Khandesh
Jalgaon, East Khandesh
Chandrapur, Chanda
Gondia, Gondiya
Wardha, Vardha
Buldhana, Buldana
Palghar, Palgarh
Ishwarpur, Islampur
Mahabaleshwar, Malcolm Peth
Miraj, Meeruj
Malvan, Malwan
Vasai, Bassein
Virar, Viraar
Dombivli, Dombivali
Kalyan, Callian
Chembur, Trombay
Ahmedabad, Ahmadabad, Amdavad, Karnavati, Ashaval
Vadodara, Baroda
Bharuch, Broach
Khambhat, Cambay
Kheda, Kaira
Surat, Suryapur
Kutch, Kachchh, Cutch, Kachh
Mehsana, Mahesana
Junagadh, Junagarh, Mustafabad
Dahod, Dohad
Dang, The Dangs, Ahwa
Panchmahal, Panch Mahals, Godhra
Banaskantha, Banas Kantha, Palanpur
Sabarkantha, Sabar Kantha, Himatnagar
Surendranagar, Wadhwan, Vadhwan
Valsad, Bulsar
Vadnagar, Anandpur
Devbhumi Dwarka, Dwarka, Dvaraka
Gir Somnath, Veraval, Somnath
Morbi, Morvi
Jamnagar, Nawanagar, Navanagar
Bhavnagar, Bhownuggur
Chhota Udaipur, Chhota Udepur
Narmada, Rajpipla
Vapi, Wapi
Diu, Dio
Daman, Damao, Damaun
Dadra and Nagar Haveli, Silvassa
Panaji, Panjim, Pangim, Nova Goa
Margao, Madgaon, Madganv
Mormugao, Marmagao
Vasco da Gama, Vasco
Mapusa, Mapuca
Ponda, Phonda
Bengaluru, Bangalore, Bengalooru, Bengaluru Urban, Bangalore Urban
Bengaluru Rural, Bangalore Rural
Bengaluru South, Ramanagara, Ramanagaram, Closepet
Mysuru, Mysore, Maisur
Mangaluru, Mangalore, Kudla, Mangalapuram
Dakshina Kannada, South Canara, South Kanara
Uttara Kannada, North Canara, North Kanara, Karwar
Belagavi, Belgaum, Belgaon, Venugrama
Ballari, Bellary
Kalaburagi, Gulbarga, Kalburgi
Vijayapura, Bijapur
Shivamogga, Shimoga
Tumakuru, Tumkur
Hubballi, Hubli, Hubbali
Dharwad, Dharwar
Chikkamagaluru, Chikmagalur
Chikkaballapur, Chikballapur, Chikkaballapura
Hosapete, Hospet
Kodagu, Coorg
Madikeri, Mercara
Davanagere, Davangere
Bagalkote, Bagalkot
Chamarajanagar, Chamrajnagar
Raichur, Raichoor
Vijayanagara, Hampi
Srirangapatna, Seringapatam
Bhagyanagar, Bagepalli
Yadgir, Yadgiri
Bidar, Bedar
Udupi, Udipi
Chennai, Madras, Chennapattinam, Madraspatnam
Tiruchirappalli, Trichy, Trichinopoly, Tiruchi
Thanjavur, Tanjore
Thoothukudi, Tuticorin
Tirunelveli, Tinnevelly, Nellai
Coimbatore, Kovai, Koyamuthur, Koyambattur, Koyampuththur
Udhagamandalam, Ooty, Ootacamund, Udagamandalam, Uthagamandalam
Nilgiris, The Nilgiris, Nilagiri, Neelgherry
Kanniyakumari, Kanyakumari, Cape Comorin
Viluppuram, Villupuram
Kancheepuram, Kanchipuram, Conjeevaram, Kanchi
Chengalpattu, Chingleput, Chengalpet
Cuddalore, Kadalur
Dindigul, Thindukkal
Madurai, Madura, Mathurai
Mayiladuthurai, Mayavaram, Mayuram
Ramanathapuram, Ramnad
Virudhunagar, Virudupatti, Kamarajar
Nagapattinam, Negapatam, Nagappattinam
Tiruvallur, Thiruvallur, Tiruvellore
Tiruvannamalai, Thiruvannamalai, Trinomali
Tiruppur, Tirupur
Tirupathur, Tirupattur, Thiruppathur
Tiruvarur, Thiruvarur
Vellore, Velur
Ranipet, Ranippettai
Kumbakonam, Combaconum, Kudanthai
Chidambaram, Thillai
Mamallapuram, Mahabalipuram
Karaikudi, Karaikkudi
Pudukkottai, Pudukottah
Sivaganga, Sivagangai
Tharangambadi, Tranquebar
Karaikal, Karikal
Mahe, Mayyazhi
Yanam, Yanaon
Palayamkottai, Palamcottah
Coonoor, Kunnur
Kodaikanal, Kodi
Salem, Selam
Thiruvananthapuram, Trivandrum, Ananthapuri
Kochi, Cochin
Ernakulam, Kochi
Kozhikode, Calicut
Kollam, Quilon
Alappuzha, Alleppey
Thrissur, Trichur, Thirussur
Palakkad, Palghat
Kannur, Cannanore
Wayanad, Wynad, Wynaad
Kodungallur, Cranganore
Thalassery, Tellicherry
Vadakara, Badagara
Changanassery, Changanacherry
Sulthan Bathery, Sultans Battery, Ganapathivattam
Attingal, Attingel
Varkala, Anjengo
Kasaragod, Kasargod
Devikulam, Munnar
Pathanamthitta, Pattanamtitta
Mananthavady, Manantoddy
Visakhapatnam, Vizag, Vizagapatam, Waltair
Vizianagaram, Vijayanagaram
Rajamahendravaram, Rajahmundry
Kakinada, Cocanada, Coconada
Machilipatnam, Masulipatnam, Bandar, Masulipatam
YSR Kadapa, Kadapa, Cuddapah, YSR
Anantapur, Anantapuramu, Ananthapuram
Sri Potti Sriramulu Nellore, Nellore, Nelluru
Vijayawada, Bezawada, Bezwada
Guntur, Gunturu
Kurnool, Kandanavolu, Karnool
Chittoor, Chittor, Chitturu
Tirupati, Tirupathi, Tirumala
Prakasam, Ongole
Eluru, Ellore
Srikakulam, Chicacole
Srikalahasti, Kalahasti
Amaravati, Dharanikota
Dr B R Ambedkar Konaseema, Konaseema
Alluri Sitharama Raju, Paderu
Sri Sathya Sai, Puttaparthi
Annamayya, Rayachoti
NTR, Vijayawada
Palnadu, Narasaraopet
Hyderabad, Bhagyanagar, Bhagyanagaram
Secunderabad, Sikandarabad
Warangal, Orugallu, Ekasila
Hanumakonda, Hanamkonda, Warangal Urban
Mahabubnagar, Palamoor, Palamuru, Mahbubnagar
Nizamabad, Indur
Nalgonda, Nallagonda, Neelagiri
Karimnagar, Elagandula
Khammam, Khammamet, Stambhadri
Medak, Methuku
Rangareddy, Ranga Reddy
Kumuram Bheem Asifabad, Asifabad, Komaram Bheem
Bhadradri Kothagudem, Kothagudem, Bhadrachalam
Jayashankar Bhupalpally, Bhupalpally
Jogulamba Gadwal, Gadwal
Rajanna Sircilla, Sircilla
Yadadri Bhuvanagiri, Bhongir, Bhuvanagiri
Medchal Malkajgiri, Medchal, Malkajgiri
Khordha, Khurda
Bhubaneswar, Bhubaneshwar
Cuttack, Kataka, Katak
Puri, Jagannath Puri, Purushottama Kshetra
Balasore, Baleshwar, Baleswar
Kendujhar, Keonjhar
Balangir, Bolangir
Kandhamal, Phulbani, Boudh Kandhamal
Angul, Anugul
Brahmapur, Berhampur
Boudh, Baudh
Jajpur, Jajapur
Debagarh, Deogarh
Subarnapur, Sonepur, Sonpur
Nabarangpur, Nowrangpur
Sundargarh, Rourkela, Raurkela
Sambalpur, Sumbulpore
Mayurbhanj, Baripada
Gajapati, Paralakhemundi, Parlakimedi
Ganjam, Chhatrapur
Jagatsinghpur, Paradip, Paradeep
`;
