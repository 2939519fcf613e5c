// Validates a folder of reports: the data package with every cell, key and reference (datapackage), each line of
// claims.jsonl by its JSON Schema (ajv). Prints what is wrong and ends with 1, or prints the counts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import datapackage from 'datapackage';
import Ajv from 'ajv/dist/2020.js';

const folder = process.argv[2];
const problems = [];

async function validatePackage() {
  const described = await datapackage.Package.load(join(folder, 'datapackage.json'));
  described.errors.forEach(error => problems.push(`datapackage.json: ${error.message}`));
  let rows = 0;
  let references = 0;
  for (const resource of described.resources.filter(each => each.tabular)) {
    try {
      rows += (await resource.read({ relations: true })).length; // types, enums, uniqueness, references
      references += resource.schema.foreignKeys.length;
    } catch (error) {
      const details = error.multiple ? error.errors.map(each => each.message).slice(0, 5).join('; ') : error.message;
      problems.push(`${resource.name}: ${details}`);
    }
  }
  return { resources: described.resources.length, rows, references };
}

function validateLines() {
  const valid = new Ajv({ strict: true, allowUnionTypes: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } })
    .compile(JSON.parse(readFileSync(join(folder, 'claims.schema.json'), 'utf8')));
  const lines = readFileSync(join(folder, 'claims.jsonl'), 'utf8').split('\n').filter(line => line);
  lines.forEach((line, number) => {
    if (!valid(JSON.parse(line))) {
      problems.push(`claims.jsonl line ${number + 1}: ${JSON.stringify(valid.errors)}`);
    }
  });
  return lines.length;
}

const found = await validatePackage();
const lines = validateLines();
problems.forEach(problem => console.log('INVALID ' + problem));
console.log(`${found.resources} resources, ${found.rows} rows, ${found.references} references, ${lines} lines`);
process.exit(problems.length > 0 ? 1 : 0);
