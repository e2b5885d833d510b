// Exits at once, naming the variable that it misses.
console.error('Error: API_TOKEN environment variable is required');
process.exit(3);
