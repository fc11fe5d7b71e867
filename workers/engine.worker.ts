// The engine's thread: DuckDB, the files and the pipeline, offered to the page as EngineApi.
import { expose } from 'comlink';
import { EngineHost } from '../src/engine/host';
import { Ingest, keepResults, Pipeline, readSheets, tables } from '../src/pipeline';
import { parseOverrides, parsePlaybook } from '../src/playbook';

expose(
  new EngineHost((database) => {
    const ingest = new Ingest(database);
    const pipeline = new Pipeline(database, tables);
    return {
      addFile: (file, hints, recipes, table) => ingest.addTables({ name: file.name, content: file }, hints, recipes, table),
      reloadFile: (fileNo, file, hints, recipes) => ingest.reloadFile(fileNo, { name: file.name, content: file }, hints, recipes),
      previewFile: (file, table, hints) => ingest.previewFile({ name: file.name, content: file }, table, hints),
      profileFile: (fileNo) => ingest.profileFile(fileNo),
      readSheets: (file) => readSheets({ name: file.name, content: file }),
      removeFile: (fileNo) => ingest.removeFile(fileNo),
      keepResults: () => keepResults(database),
      run: async (document, overrides, onTable, signal) => {
        const playbook = parsePlaybook(document);
        await ingest.useDay(playbook.asOf);
        return pipeline.run(playbook, { ingest: ingest.fingerprints, custom: ingest.custom, overrides: parseOverrides(overrides), onTable, signal });
      },
    };
  }),
);
