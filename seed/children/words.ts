// Phrases the stories are told with. Invented, plain, never cruel.

export const clothes = [
  'frock',
  'salwar kameez',
  'school uniform',
  'jeans and T-shirt',
  'shirt and shorts',
  'skirt and blouse',
  'kurta',
  'track suit',
  'half-sleeved shirt and trousers',
  'nightdress',
] as const;
export const colours = [
  'red',
  'blue',
  'green',
  'yellow',
  'pink',
  'white',
  'black',
  'maroon',
  'sky-blue',
  'orange',
  'grey',
  'purple',
] as const;
export const footwear = ['slippers', 'sandals', 'sports shoes', 'school shoes', 'barefoot'] as const;

export const lastSeenPlaces = [
  'near the school gate',
  'at the bus stand',
  'at the railway station',
  'at home',
  'in the market',
  'on the way to tuition',
  'at the fair ground',
  'near the temple',
  "at a relative's house",
  'by the river ghat',
  'outside the cinema',
  'at the weekly haat',
] as const;
export const lastSeenWith = ['alone', 'a friend', 'an unknown man', 'an unknown woman', 'a cousin', 'classmates', 'a neighbour'] as const;

export const foundPlaces = [
  'railway platform',
  'bus stand',
  'market street',
  'inside a train',
  'temple steps',
  'tea stall',
  'brick kiln',
  'garment workshop',
  'roadside dhaba',
  'a private house',
  'hospital waiting room',
  'beach road',
] as const;
export const foundCircumstances = [
  'Found alone and crying; could not give a full address.',
  'Found travelling without ticket or guardian.',
  'Rescued in a joint inspection of workplaces.',
  'Brought by a shopkeeper who saw the child wait since morning.',
  'Found asleep on the platform.',
  'Handed over by passengers of the train.',
  'Found begging with an unknown adult, who left.',
  'Came to the help desk and asked for food.',
] as const;
export const conditions = [
  'Healthy',
  'Tired and hungry',
  'Mild fever',
  'Small cuts on the feet',
  'Frightened, does not speak much',
  'Healthy, speaks freely',
] as const;
export const doings = [
  'sitting alone',
  'crying',
  'begging at the signal',
  'selling pens',
  'washing plates at a stall',
  'sleeping on the footpath',
  'walking with an adult who pulled the hand',
] as const;
export const landmarks = [
  'near big temple',
  'near the river',
  'by the rail line',
  'village with a pond',
  'near the sugar mill',
  'behind the mosque',
  'near the church',
  'by the bus stand',
] as const;
export const repeated = [
  'mummy, train',
  'bhaiya is coming',
  'ghar jana hai',
  'amma, amma',
  'big bridge, water',
  'school bell',
  'Sonu, Sonu',
  'red bus',
  'papa shop',
  'nani house',
] as const;
export const disabilities = [
  'hearing impairment',
  'speech difficulty',
  'epilepsy, needs medicine',
  'intellectual disability',
  'walks with a limp',
  'weak eyesight',
] as const;

export const details = {
  elopement: 'Left home in the evening; the family believes with an acquaintance.',
  'ran-away': 'Left home without telling anybody and did not return.',
  'family-dispute': 'Left after a quarrel at home.',
  lost: 'Got separated from the family in a crowd.',
  'left-for-work': 'Went with a labour contractor; no word since.',
  abducted: 'A person known to the family is suspected.',
  'trafficking-suspected': 'Was promised work in a city by an unknown woman.',
  'school-stress': 'Did not come home after the examination result.',
  abandoned: 'The guardian could not be reached; neighbours reported.',
  unknown: 'Nobody saw how the child left.',
} as const;
