// Forms by which a list is brought, taken and taken back. The table itself comes as the file `list`.
import { z } from 'zod';

export const bringSchema = z.strictObject({});
export const yesSchema = z.strictObject({});
