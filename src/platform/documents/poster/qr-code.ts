// The square a telephone reads an address from (ISO/IEC 18004), as rows of modules; what is drawn of it is the layout's.
import { encodeQR } from 'qr';

/** A row for each line of modules, `1` dark, with the four light ones around that the standard asks for. */
export function qrRows(address: string): string[] {
  // A quarter of it may be torn, wet or badly printed.
  return encodeQR(address, 'raw', { ecc: 'quartile', border: 4 }).map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
}
