// Asks an endpoint (argument 1) each query of standard input (a JSON list) with Comunica, and prints the answers as JSON.
// The endpoint is named with its type, as an application does, and without, where Comunica must find out by itself.
import { readFileSync } from 'node:fs';
import { QueryEngine } from '@comunica/query-sparql';

const engine = new QueryEngine();
const endpoint = process.argv[2];
const answers = [];
for (const query of JSON.parse(readFileSync(0, 'utf8'))) {
  for (const source of [{ type: 'sparql', value: endpoint }, endpoint]) {
    const asked = await engine.query(query, { sources: [source] });
    const found = await asked.execute();
    if (asked.resultType === 'boolean') {
      answers.push(found);
    } else {
      answers.push((await found.toArray()).map(one => asked.resultType === 'bindings'
        ? Object.fromEntries([...one].map(([name, term]) => [name.value, term.value]))
        : [one.subject.value, one.predicate.value, one.object.value]));
    }
  }
}
console.log(JSON.stringify(answers));
