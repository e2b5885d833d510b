// Takes 20 MB every 20 ms outside the heap that Node bounds, up to 2 GB.
const taken = [];
setInterval(() => {
  if (taken.length < 100) taken.push(Buffer.alloc(20 * 2 ** 20, 1));
}, 20);
