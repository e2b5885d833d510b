// Prints lines without end.
const lines = 'all work and no play\n'.repeat(1000);
const flood = () => {
  while (process.stdout.write(lines));
  process.stdout.once('drain', flood);
};
flood();
