// Which sections charge a sexual offence, in the ways officers write them; harmless ones stay harmless, and what cannot be read is said to be unread.
import { expect, test } from 'vitest';
import { chargeOf } from './sections.ts';

test.each([
  'IPC 363 r/w 376', '376', 'U/S 376', 'I.P.C. 376', 'I. P. C. 376', 'IPC 363/376', '363 and 376 IPC', '376IPC', 'IPC376D', 'IPC 376AB', 'IPC 370-376',
  'भादंसं 376', 'भा.दं.सं. 376', 'भारतीय दंड संहिता 376', 'BNS 64', 'BNS64', 'BNS 65(2)', 'BNS 71', 'BNS 137(2) r/w 65(1)', 'BNS 137(2) and 64', '137(2)/65(1) BNS',
  'B.N.S. 64', 'Section 65', 'u/s 64', 'sec.64', '64', 'BNS 64-71', 'BNS 60 to 66', 'Bharatiya Nyaya Sanhita 64', 'Bharatiya Nyaya Sanhita, 2023 s 64', 'बीएनएस 64', 'BNS ६५', 'BNS ৬৫',
  'भारतीय न्याय संहिता की धारा ६४', 'BNS 64 IT Act 67', 'JJ Act 75 and 64', '64 r/w JJ Act 75', 'BNЅ 64', 'BNS 6\u200b4',
  'POCSO 8', 'POCSO', 'P.O.C.S.O. 6', 'P O C S O 6', 'POSCO 6', 'POCSCO 6', 'पॉक्सो 8', 'पोक्सो 8', 'पॉस्को 6', 'পকসো ৬', 'போக்சோ 6', 'పోక్సో 6',
  'Protection of Children from Sexual Offences Act 12', 'rape', 'बलात्कार',
])('%s: barred', (section) => expect(chargeOf(section)).toBe('barred')); // prettier-ignore

test.each([
  'BNS 137(2)', 'BNS 72', 'BNS 63', 'BNS 137(2) r/w 143(4)', 'B.N.S. 137(2)', 'Section 137(2) of the Bharatiya Nyaya Sanhita 2023', 'बीएनएस 137(2)', 'धारा 137(2)',
  'भारतीय न्याय संहिता की धारा १३७(२)', 'IPC 363', 'IPC 363/366A', 'I.P.C. 363', 'IPC 370A', '137', 'JJ 75', 'JJ Act 75', 'J.J. Act 75', '75 JJ Act', 'Juvenile Justice Act 2015 s. 75',
  'Juvenile Justice (Care and Protection of Children) Act 75', 'BNSS 65', 'IT Act 67', '67 of the IT Act', 'ITPA 5', 'Child Labour Act 3',
])('%s: clear', (section) => expect(chargeOf(section)).toBe('clear')); // prettier-ignore

test.each(['kidnapping', 'अपहरण', 'BNS', 'BNS sixty-four', 'BNS LXIV', 'Dowry Act 3', 'IPC 363376', 'BNS ???', 'ಭಾನ್ಯಾಸಂ 137'])('%s: unclear', (section) =>
  expect(chargeOf(section)).toBe('unclear')); // prettier-ignore
