// A foreign engine agrees: SDEverywhere compiles the XMILE export of three presets and gives every series in every quarter.
//
//     cd tests/foreign && npm install && node agree.mjs ../../build/test/app/chokepoint-cli
//
// For developers only: it needs Node and the network, and is no part of packaging/test.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseAndGenerate, resetState } from '@sdeverywhere/compile'
import { createSynchronousModelRunner } from '@sdeverywhere/runtime'

const [program = '../../build/test/app/chokepoint-cli', ...chosen] = process.argv.slice(2)
const presets = chosen.length > 0 ? chosen : ['status_quo_2026', 'grand_bargain', 'full_denial']
const tolerance = 1e-9
const call = (...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
const folder = mkdtempSync(join(tmpdir(), 'chokepoint-foreign-'))
let failed = false

for (const preset of presets) {
    const [head, ...rows] = call('run', '--preset', preset, '--csv', '-').trim().split('\n').map(line => line.split(','))
    const series = head.slice(1)
    const names = series.map(id => id.replaceAll('.', '_'))
    const file = join(folder, `${preset}.xmile`)
    const xmile = call('equations', '--format', 'xmile', '--preset', preset)
    writeFileSync(file, xmile)

    resetState()
    const spec = { inputVarNames: [], outputVarNames: names }
    await parseAndGenerate(xmile, 'xmile', spec, ['generateJS'], folder, preset, folder)
    const { default: load } = await import(pathToFileURL(join(folder, `${preset}.js`)).href)
    const runner = createSynchronousModelRunner(await load())
    const outputs = runner.runModelSync([], runner.createOutputs())

    let worst = { off: 0 }
    let compared = 0
    series.forEach((id, s) => {
        const expected = rows.map(row => Number(row[s + 1]))
        const level = Math.max(...expected.map(Math.abs))
        const found = outputs.varSeries[s].points.map(point => point.y)
        if (found.length !== expected.length) throw new Error(`${id} has ${found.length} values, not ${expected.length}`)
        expected.forEach((value, q) => {
            // relative to the value; what has come down to a thousandth of the level of its series is held against that
            const off = Math.abs(found[q] - value) / Math.max(Math.abs(value), 1e-3 * level, 1e-12)
            ++compared
            if (!(off <= worst.off)) worst = { off, id, quarter: rows[q][0], found: found[q], value }
        })
    })
    const agrees = worst.off <= tolerance
    failed = failed || !agrees
    console.log(`${preset}: ${series.length} series, ${compared} values, largest difference ${worst.off.toExponential(2)}` +
                (worst.id ? ` (${worst.id} in ${worst.quarter}: ${worst.found} against ${worst.value})` : '') + (agrees ? '' : '  DISAGREES'))
}
process.exit(failed ? 1 : 0)
