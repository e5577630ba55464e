// What JupyterLite's kernel loads in place of Pyodide's own module: the same function, two things quicker.
// The standard library comes as bytecode, and all packages come in one archive that is fetched while Python starts.
import { loadPyodide as load } from "@CORE@pyodide.mjs";

// The page names the notebook's folder here when the browser keeps nothing for it.
const folder = new URL(import.meta.url).searchParams.get("forgetful");
const here = (name) => new URL(name, import.meta.url).href;

export async function loadPyodide(options) {
  const packages = fetch(here("@PACKAGES@")).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    return answer.arrayBuffer();
  });
  const pyodide = await load({
    ...options,
    indexURL: here("@CORE@"),
    stdLibURL: here("@STDLIB@"),
    lockFileContents: @LOCK@,
    env: { HOME: "/home/pyodide", ...(folder !== null && { COURSE_FORGETFUL: folder }) },
    packages: [], // the kernel's list: all of them are in the archive
  });
  pyodide.unpackArchive(new Uint8Array(await packages), "zip", { extractDir: "@SITE@" });
  pyodide.runPython("import importlib; importlib.invalidate_caches()");
  return pyodide;
}
