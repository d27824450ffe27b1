// How fast the draws run: the benchmark of one or more builds beside SDEverywhere's C of the same model, all on one core.
//
//     cd tests/foreign && npm install && node speed.mjs ../../build/test [OTHER_BUILD...]
//
// Builds the C with -O3 -march=native -ffast-math and the benchmark, holds the C against the command line, and runs everything by turns:
// each figure is the least of ROUNDS (5 unless the environment says otherwise), in time of the processor, for other programs can only make
// it longer.
// For developers only: it needs Node, the network, a C compiler and taskset.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseAndGenerate, resetState } from '@sdeverywhere/compile'

const builds = (process.argv.length > 2 ? process.argv.slice(2) : ['../../build/test']).map(folder => resolve(folder))
const rounds = Number(process.env.ROUNDS ?? 5)
const draws = 10000
const series = ['compute.china_effective', 'revenue.us_allied_total', 'accel.dies', 'talent.us', 'open.influence_china',
    'drug.clinical_entries_us', 'compute.lead', 'revenue.chinese_total', 'capability.gap', 'logic.limit', 'hbm.limit', 'packaging.limit']
const call = (program, args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
const onOneCore = (program, args) => call('taskset', ['-c', '0', program, ...args])

/// The program made of the C that SDEverywhere generates for a preset; it must give what the command line gives.
async function foreignProgram(commandLine, preset) {
    const folder = mkdtempSync(join(tmpdir(), 'chokepoint-speed-'))
    const xmile = call(commandLine, ['equations', '--format', 'xmile', '--preset', preset])
    resetState()
    const names = series.map(id => id.replaceAll('.', '_'))
    await parseAndGenerate(xmile, 'xmile', { inputVarNames: [], outputVarNames: names }, ['generateC'], folder, 'model', folder)
    const program = join(folder, 'model')
    call(process.env.CC ?? 'cc', ['-O3', '-march=native', '-ffast-math', '-w', '-I', import.meta.dirname, '-o', program,
        join(folder, 'model.c'), join(import.meta.dirname, 'host.c'), '-lm'])

    const [head, ...rows] = call(commandLine, ['run', '--preset', preset, '--csv', '-']).trim().split('\n').map(line => line.split(','))
    const found = call(program, ['check']).trim().split('\n').map(line => line.split(',').map(Number))
    let worst = 0
    series.forEach((id, s) => rows.forEach((row, q) => {
        const value = Number(row[head.indexOf(id)])
        worst = Math.max(worst, Math.abs(found[q][s] - value) / Math.max(Math.abs(value), 1e-12))
    }))
    if (!(worst <= 1e-9)) throw new Error(`the foreign program is off by ${worst}`)
    return program
}

const foreign = await foreignProgram(join(builds[0], 'app/chokepoint-cli'), 'status_quo_2026')
const benchmarks = builds.map(folder => {
    call('cmake', ['--build', folder, '--target', 'ensemble_benchmark'])
    return join(folder, 'tests/bench/ensemble_benchmark')
})

let foreignTime = Infinity
const rows = builds.map(() => new Map())
for (let round = 0; round < rounds; ++round) {
    foreignTime = Math.min(foreignTime, Number(onOneCore(foreign, [])))
    benchmarks.forEach((program, b) => {
        const filter = 'plainLoop|threads:1'
        const result = JSON.parse(onOneCore(program, ['--benchmark_format=json', `--benchmark_filter=${filter}`, '--benchmark_min_time=0.3']))
        for (const row of result.benchmarks) {
            if (row.error_occurred) continue
            const name = row.name.replace('/real_time', '')
            const least = rows[b].get(name) ?? { whole: Infinity, simulate: Infinity, quantiles: Infinity, sample: Infinity }
            rows[b].set(name, {
                whole: Math.min(least.whole, row.simulate_ms + row.quantiles_ms),
                simulate: Math.min(least.simulate, row.simulate_ms),
                quantiles: Math.min(least.quantiles, row.quantiles_ms),
                sample: Math.min(least.sample, row.sample_ms ?? Infinity),
            })
        }
    })
}

const percent = share => `${(100 * share).toFixed(0)} %`.padStart(11)
console.log(`SDEverywhere's C: ${foreignTime.toFixed(1)} us a run; all figures of one core, the least of ${rounds} rounds; ${draws} draws, twelve series`)
builds.forEach((folder, b) => {
    const plain = rows[b].get('plainLoop').simulate / 500 * 1e3
    const sample = rows[b].get('everySeriesForAFile/threads:1').sample
    console.log(`\n${folder}\nplain loop ${plain.toFixed(1)} us a run, sampling ${sample.toFixed(1)} ms`)
    console.log('set         us a draw    draws/s   from 2027   sampling  simulating   reducing  to plain loop  to foreign C')
    for (const set of ['baseline', 'v3', 'v4']) {
        const whole = rows[b].get(`moveFrom2022/${set}/threads:1`), part = rows[b].get(`moveFrom2027/${set}/threads:1`)
        if (!whole) {
            console.log(`${set.padEnd(10)} this processor lacks it`)
            continue
        }
        const draw = whole.simulate / draws * 1e3, all = sample + whole.simulate + whole.quantiles
        console.log(set.padEnd(10) + draw.toFixed(2).padStart(11) + Math.round(1e6 / draw).toString().padStart(11)
            + `${part.whole.toFixed(1)} ms`.padStart(12)
            + percent(sample / all) + percent(whole.simulate / all) + percent(whole.quantiles / all)
            + (plain / draw).toFixed(2).padStart(15) + (foreignTime / draw).toFixed(2).padStart(14))
    }
})
