// Run by Node.js when the site is built: Pyodide compiles the Python files that it will later load in the browser.
//   node compile.mjs PYODIDE FOLDER...
// Each .py becomes a .pyc beside it and goes away: a module with its bytecode needs no compiling on the reader's
// computer, which is most of what a first start would otherwise wait for.
import { pathToFileURL } from "node:url";

const [core, ...folders] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${core}/pyodide.mjs`).href);
const pyodide = await loadPyodide({ indexURL: core });
folders.forEach((folder, place) => pyodide.mountNodeFS(`/compiled/${place}`, folder));
pyodide.runPython(`
import compileall, pathlib, py_compile

for top in pathlib.Path("/compiled").iterdir():
    # tracebacks name the file inside the package; docstrings stay out; a hash that nobody checks: always the same bytes
    good = compileall.compile_dir(
        top,
        quiet=1,
        legacy=True,
        stripdir=str(top),
        optimize=2,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    if not good:
        raise SystemExit("some files do not compile")
    for source in top.rglob("*.py"):
        source.unlink()
`);
