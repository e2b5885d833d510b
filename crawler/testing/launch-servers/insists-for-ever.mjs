// Asks for one more variable whatever it is given.
const given = Object.keys(process.env).filter((name) => name.startsWith('WANTED_')).length;
console.error(`Missing environment variable: WANTED_${given + 1}`);
process.exit(1);
