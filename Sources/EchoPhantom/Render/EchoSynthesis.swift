/// From tissue to gray levels on the beam grid.
struct EchoSynthesis {
    let grid: BeamGrid
    let backdrop: Backdrop
    let texture: TissueTexture
    let acquisition: Acquisition
    private let spread: PointSpread
    private let noise: [SIMD2<Float>]
    private let curve: [Float]
    private let depthNoise: [Float]
    private let clutter: [Float]
    private let veil: [Float]

    private static let noiseCount = 16_384
    private static let curveCount = 2_048
    /// The range of ``curve``, in powers of two of amplitude.
    private static let curveRange: Float = 14

    init(grid: BeamGrid, backdrop: Backdrop, texture: TissueTexture, acquisition: Acquisition) {
        self.grid = grid
        self.backdrop = backdrop
        self.texture = texture
        self.acquisition = acquisition
        spread = PointSpread(grid: grid, acquisition: acquisition)
        var random = RenderRandom(acquisition.seed, 31)
        let real = NoiseTile.white(Self.noiseCount, &random)
        let imaginary = NoiseTile.white(Self.noiseCount, &random)
        noise = zip(real, imaginary).map { SIMD2($0, $1) }
        let settings = acquisition
        curve = (0..<Self.curveCount).map { index in
            let power = (Float(index) / Float(Self.curveCount - 1) - 1) * Self.curveRange + 4
            let decibels = power * 6.0206 + settings.gain + 1
            let share = min(max((decibels + settings.dynamicRange) / settings.dynamicRange, 0), 1)
            return 255 * Quick.power(share, 1.35 * settings.gamma)
        }
        let step = grid.step
        let away = (0..<BeamGrid.depths).map { (Float($0) + 0.5) * step }
        depthNoise = away.map {
            Quick.amplitude(decibels: settings.noise) * (0.6 + Quick.exponential(0.12 * ($0 - 9)))
        }
        let gap = random.even(0.5, 1.1)
        clutter = away.map {
            let layer = ($0 / gap - ($0 / gap).rounded()) / 0.14
            let layers = 1 + 5 * settings.reverberation * Quick.bell(layer) * Quick.exponential(-$0 * 0.25)
            let dull =
                settings.nearClutter * Quick.amplitude(decibels: -25)
                * Quick.exponential(-Quick.power($0 / 20, 1.5) * 104)
            let repeats =
                settings.reverberation * Quick.amplitude(decibels: -37) * Quick.bell(layer)
                * Quick.exponential(-$0 * 0.4)
            return dull * layers + repeats
        }
        veil = away.map {
            let far = ($0 - 2.5) / 3.2
            return (0.3 + settings.haze) * Quick.amplitude(decibels: -45) * Quick.exponential(-far * far)
        }
    }

    /// Gray levels 0...255 and shares of blood 0...1, of shape `[depths, beams]` each.
    func levels(_ painter: HeartPainter, map: EchoMap, frame: Int) -> (gray: [Float], blood: [Float]) {
        var random = RenderRandom(acquisition.seed &+ UInt64(truncatingIfNeeded: frame) &* 7919, 41)
        var real = [Float](repeating: 0, count: BeamGrid.count)
        var (imaginary, blood) = (real, real)
        var passed = [Float](repeating: 1, count: BeamGrid.beams)
        var starts = [Int](repeating: 0, count: BeamGrid.depths)
        for row in 0..<BeamGrid.depths {
            let start = Int(random.next() % UInt64(Self.noiseCount - BeamGrid.beams - 1))
            starts[row] = start
            scatter(row, painter, map, start, &passed, &real, &imaginary, &blood)
        }
        let power = Compounding.power(
            spread.apply(real), spread.apply(imaginary), share: acquisition.compounding)
        return (compress(power, starts), blood)
    }

    @inline(__always) private func scatter(
        _ row: Int, _ painter: HeartPainter, _ map: EchoMap, _ start: Int, _ passed: inout [Float],
        _ real: inout [Float], _ imaginary: inout [Float], _ blood: inout [Float]
    ) {
        let gain = Quick.exponential(0.02 * (Float(row) + 0.5) * grid.step)
        for beam in 0..<BeamGrid.beams {
            let index = row &* BeamGrid.beams &+ beam
            var sample = painter.sample(index, beam: beam, backdrop: backdrop.amplitude[index])
            blood[index] = sample.blood
            let column = Int(sample.own.x * TissueTexture.density + 8192) & (TissueTexture.side - 1)
            let line = Int(sample.own.y * TissueTexture.density + 8192) & (TissueTexture.side - 1)
            let speckle = texture.speckle[line &* TissueTexture.side &+ column]
            let coarse = texture.coarse(sample.own.x, sample.own.y)
            if sample.blood > 0 {
                sample.amplitude += (0.03 * coarse - sample.amplitude) * map.tissue[index] * sample.blood
            }
            let bright = (map.bright[index] + sample.mirror * coarse * coarse) * (0.6 + 0.4 * coarse)
            passed[beam] *= max(1 - (sample.loss + map.shadow[index]) * grid.step, 0)
            let through = passed[beam] * backdrop.window[index] * gain
            let own = min(backdrop.decorrelation[index] + 0.6 * sample.blood, 1)
            let steady = 1 - 0.5 * own * own
            let mixed = speckle * steady + noise[start &+ beam] * own
            let scattered =
                mixed * ((sample.amplitude * coarse + bright * (0.5 + 0.3 * abs(speckle.x))) * through)
            let hiss = noise[start &+ beam &+ 1] * depthNoise[row]
            real[index] = scattered.x + bright * 0.8 * through + hiss.x
            imaginary[index] = scattered.y + hiss.y
        }
    }

    private func compress(_ power: [Float], _ starts: [Int]) -> [Float] {
        let beams = BeamGrid.beams
        var levels = [Float](repeating: 0, count: BeamGrid.count)
        var line = [Float](repeating: 0, count: beams)
        let scale = Float(Self.curveCount - 1) / Self.curveRange
        for row in 0..<BeamGrid.depths {
            let first = row * beams
            for beam in 0..<beams { line[beam] = power[first &+ beam].squareRoot() }
            // Side lobes: each beam hears its neighbors a little.
            let reach = 14
            var window: Float = 0
            for beam in 0..<reach { window += line[beam] }
            let start = starts[row]
            for beam in 0..<beams {
                if beam + reach < beams { window += line[beam &+ reach] }
                if beam > reach { window -= line[beam &- reach &- 1] }
                let random = noise[start &+ beam]
                let grain = abs(random.x)
                let envelope =
                    line[beam] + acquisition.sideLobes * window * (1 / 29)
                    + (clutter[row] + veil[row])
                    * (0.6 + 0.6 * grain)
                let level = Quick.logarithm2(envelope + 1e-6)
                let cell = min(max(Int((level + Self.curveRange - 4) * scale), 0), Self.curveCount - 1)
                levels[first &+ beam] = curve[cell]
            }
        }
        return levels
    }
}
