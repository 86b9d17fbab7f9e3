// Brings the database named in DATABASE_URL (an administrator's URL) to the shape this program expects.
import { migrate } from '../src/platform/database/migrate.ts';

const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('Set DATABASE_URL to the administrator URL of a PostgreSQL 15 or later. The bundled database is migrated at start.');
  process.exit(2);
}
try {
  const applied = await migrate(url, (line) => console.log(line));
  console.log(applied.length === 0 ? 'The database was already up to date.' : `Applied ${applied.length} migrations.`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
