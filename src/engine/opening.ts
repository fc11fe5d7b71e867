/** Every file the engine may read lies under this prefix; `enable_external_access` is off for all else. */
export const dataFolder = 'data/';

/** Where what does not fit into memory goes. */
export const spillFolder = `${dataFolder}tmp`;

/**
 * Run once, right after opening and before any other SQL. Order matters: nothing can be set after the last line.
 * Without these a missing extension is fetched from the network, and a failed fetch corrupts the engine (engine.md §1).
 */
export const openingFor = (canSpill: boolean): readonly string[] => [
  'set autoload_known_extensions = false',
  'set autoinstall_known_extensions = false',
  'set allow_community_extensions = false',
  "set memory_limit = '2500MB'",
  `set temp_directory = '${canSpill ? spillFolder : ''}'`,
  `set allowed_directories = ['${dataFolder}']`,
  'set enable_external_access = false',
  'set lock_configuration = true',
];
