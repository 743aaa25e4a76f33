// A mail server for tests, which fails as real ones do. Says on standard output, a line each: its port, then "took ID" once it has a mail.
// Faults in percent, chosen by the seed, the mail and how often it has come: cut after the final dot, busy (4xx), refused (5xx), silent.
const { createHash } = require('crypto');
const { SMTPServer } = require(process.argv[2]);
const { seed = '1', cut = 0, busy = 0, refused = 0, silent = 0, user, password, key, cert } = JSON.parse(process.argv[3]);

const comings = new Map();
const percent = (identity, faults) => {
  let draw = createHash('sha256').update(`${seed}/${identity}`).digest().readUInt32BE() / 0x100000000 * 100;
  for (const [name, share] of faults) { if (draw < share) return name; draw -= share; }
  return null;
};

const answer = (code, text) => Object.assign(new Error(text), { responseCode: code });

const server = new SMTPServer({
  authOptional: !user,
  disableReverseLookup: true, // each look-up takes longer than a mail
  disabledCommands: cert ? [] : ['STARTTLS', ...(user ? [] : ['AUTH'])],
  authMethods: ['LOGIN'],
  key, cert,
  onAuth: (auth, session, done) => auth.username === user && auth.password === password ? done(null, { user }) : done(answer(535, 'Authentication failed')),
  onData: (stream, session, done) => {
    let text = '';
    stream.on('data', (chunk) => { text += chunk; });
    stream.on('end', () => {
      const id = /^message-id: <([0-9a-f]{32})@/im.exec(text)[1];
      const coming = (comings.get(id) ?? 0) + 1;
      comings.set(id, coming);
      // A mail that is refused is refused whenever it comes; the rest changes from one coming to the next.
      if (percent(`refused/${id}`, [['refused', refused]])) return done(answer(550, 'No such mailbox'));
      const fault = percent(`${id}/${coming}`, [['cut', cut], ['busy', busy], ['silent', silent]]);
      if (fault === 'busy') return done(answer(451, 'Try again later'));
      console.log(`took ${id} ${session.secure ? 'encrypted' : 'plain'} ${session.user ?? '-'}`);
      if (fault === 'cut') return [...server.connections].find((x) => x.session.id === session.id)._socket.destroy();
      if (fault === 'silent') return undefined;
      return done();
    });
  },
});
server.on('error', () => {}); // a client that goes away is part of the game
server.listen(0, '127.0.0.1', () => console.log(`port ${server.server.address().port}`));
process.stdin.on('end', () => process.exit(0)).resume();
