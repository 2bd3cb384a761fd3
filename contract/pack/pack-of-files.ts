/**
 * Puts the files of a folder like scripts/ (its README says how) together to the input of one
 * pack. `readAll`: every file of a folder, none where there is no such folder.
 */
export function packOfFiles(
  read: (file: string) => unknown,
  readAll: (folder: string) => readonly unknown[],
): unknown {
  const head = read('pack.yaml');
  const content = {
    ...(typeof head === 'object' ? head : {}),
    situations: readAll('situations'),
    techniques: readAll('techniques'),
    courtesy: read('courtesy.yaml'),
    directory: read('directory.yaml'),
    festivals: read('festivals.yaml'),
  };
  const adapters = readAll('adapters');
  return {
    ...content,
    ...(adapters.length > 0 && { adapters }),
    workOrders: read('work-orders.yaml'),
    calendar: read('calendar.yaml'),
  };
}
