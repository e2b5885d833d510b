// Fetches something before it serves.
await fetch('https://example.com/');
