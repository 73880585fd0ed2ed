// The job of `biwu rank` as one SQL query: sheets weighed by criterion, the highest and the lowest dropped, the mean to two
// digits, ranks within sectors, a CSV file.
//
//     node rank_with_duckdb.mjs NODE_MODULES FOLDER OUT.csv double|exact
//
// `double` is what one writes first, and what read_csv takes marks for. `exact` reads decimals and rounds in integers,
// because a division of decimals is a double in DuckDB.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [modules, folder, out, kind] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(resolve(modules, "x.js"))("@duckdb/node-api");

const number = kind === "exact" ? "DECIMAL(9, 4)" : "DOUBLE";
const rules = readFileSync(`${folder}/contest.yaml`, "utf8");
const weights = [...rules.matchAll(/\{id: (\w+), max: \d+, weight: ([\d.]+)\}/g)]
  .map(([, id, weight]) => `('${id}', ${weight}::${number})`).join(", ");

// Ranks go by the mean before it is rounded, as biwu's do. Exact means are compared as sums: all have the same judges.
const kept = "(sum(total) - max(total) - min(total))";
const columns = kind === "exact"
  ? `${kept} AS mean, ((${kept} * 200000000)::HUGEINT // (count(*) - 2) + 1000000) // 2000000 / 100 AS final`
  : `${kept} / (count(*) - 2) AS mean, round(${kept} / (count(*) - 2), 2) AS final`;

const query = `COPY (
  WITH marks AS (SELECT * FROM read_csv('${folder}/scores/marks.csv', header = true, columns = {
                   contestant: 'VARCHAR', judge: 'VARCHAR', criterion: 'VARCHAR', score: '${number}'})),
       weights(criterion, weight) AS (VALUES ${weights}),
       sheets AS (SELECT contestant, judge, sum(score * weight) AS total
                  FROM marks JOIN weights USING (criterion) GROUP BY contestant, judge),
       finals AS (SELECT contestant, ${columns} FROM sheets GROUP BY contestant)
  SELECT sector, rank() OVER (PARTITION BY sector ORDER BY mean DESC) AS rank, contestant, name, unit, final
  FROM finals JOIN read_csv('${folder}/contestants.csv', header = true, all_varchar = true) AS people
       ON people.id = finals.contestant
  ORDER BY sector, rank, contestant
) TO '${out}' (HEADER)`;

const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
await connection.run(query);
