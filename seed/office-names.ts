// Words invented office names are made of: localities by the language of the place, kinds of station, names of homes.

export const stationSuffixes = [
  'Kotwali',
  'Sadar',
  'Town',
  'Rural',
  'Industrial Area',
  'Mahila Thana',
  'Station Road',
  'Civil Lines',
] as const;

export const localities: Readonly<Record<string, readonly string[]>> = {
  hi: [
    'Rampur Kalan',
    'Shivganj',
    'Naya Bazar',
    'Lalganj',
    'Kishanpur',
    'Madhopur',
    'Bhagwanpur',
    'Nehru Chowk',
    'Purani Mandi',
    'Chandanpur',
    'Govindgarh',
  ],
  bn: ['Shantipara', 'Nabapally', 'Kalitala', 'Haripur', 'Rathtala', 'Natunbazar', 'Bagdanga', 'Dakshinpara', 'Saheb Bagan', 'Chandipur'],
  mr: ['Shivajinagar', 'Ganeshwadi', 'Rajwada', 'Bhavani Peth', 'Sonewadi', 'Navi Peth', 'Malegaon Road', 'Tilak Chowk', 'Wadgaon'],
  ta: ['Anna Nagar', 'Perumalpuram', 'Muthur', 'Vellakoil', 'Kamarajapuram', 'Sundaram Nagar', 'Alampatti', 'Thiru Nagar', 'Pudur'],
  te: ['Ramnagar', 'Venkatapuram', 'Gandhi Chowk', 'Lakshmipuram', 'Kothapeta', 'Seetharampuram', 'Narasannapeta', 'Bapuji Nagar'],
  kn: ['Basaveshwara Nagar', 'Hosapete Road', 'Kote', 'Vidyanagar', 'Ganganahalli', 'Kempapura', 'Shivanagar', 'Hosur Cross'],
  ml: ['Puthiyangadi', 'Kallayi', 'Elathur', 'Kadavu', 'Chalakunnu', 'Perumpally', 'Thekkumuri', 'Marakkara'],
  gu: ['Navapura', 'Ambawadi', 'Gandhi Chowk', 'Sardar Bag', 'Vadi', 'Khodiyar Nagar', 'Juna Bazar', 'Ranipura'],
  pa: ['Model Town', 'Nawan Kot', 'Guru Nanak Nagar', 'Chak Sadiq', 'Purana Bazar', 'Kot Kalan', 'Mandi'],
  or: ['Jagannathpur', 'Nuasahi', 'Badabazar', 'Gopalpur', 'Sahadev Khunta', 'Baligaon', 'Tulasipur'],
  as: ['Natun Bazar', 'Rangagora', 'Borpathar', 'Silpukhuri', 'Dergaon Road', 'Bamunigaon', 'Majgaon'],
  ur: ['Lal Chowk', 'Rajbagh', 'Nowgam', 'Sadar Bazar', 'Bagh-e-Nau', 'Hyderpora'],
  mni: ['Keishampat', 'Moirangkhom', 'Lamlong', 'Heingang'],
  lus: ['Vaivakawn', 'Bawngkawn', 'Kulikawn', 'Sairang'],
  en: ['Bazar', 'Hill View', 'Market', 'Upper Town', 'Lower Town', 'River Side', 'Old Market', 'Circle'],
};

export const homeNames = [
  "Asha Kiran Children's Home",
  "Snehalaya Girls' Home",
  'Umeed Open Shelter',
  "Nanhi Duniya Children's Home",
  "Aashray Boys' Home",
  "Maitri Girls' Home",
  "Balgram Children's Home",
  'Navjeevan Specialised Adoption Agency',
  "Prerna Children's Home",
  "Government Children's Home for Girls",
  "Government Children's Home for Boys",
  "Ujala Children's Home",
  "Karuna Sadan Children's Home",
  'Phulwari Open Shelter',
] as const;
