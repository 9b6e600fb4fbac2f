/// One heart's speckle: what is looked up in the tissue's own coordinates, so that it moves with it.
struct TissueTexture {
    static let side = 128
    static let coarseSide = 64
    /// Samples a centimeter of ``speckle``.
    static let density: Float = 16
    /// Samples a centimeter of ``coarse``.
    static let coarseDensity: Float = 2.6

    /// Scatterers, real and imaginary, with the tissue's fine unevenness in them; shape `[side, side]`.
    let speckle: [SIMD2<Float>]
    /// Slow changes of brightness, a factor; shape `[coarseSide, coarseSide]`.
    let coarse: [Float]

    init(seed: UInt64) {
        var random = RenderRandom(seed, 11)
        let count = Self.side * Self.side
        let real = NoiseTile.white(count, &random)
        let imaginary = NoiseTile.white(count, &random)
        let grain = NoiseTile.smooth(Self.side, across: 6, down: 6, &random)
        let fibers = NoiseTile.smooth(Self.side, across: 4, down: 17, &random)
        var speckle = [SIMD2<Float>](repeating: .zero, count: count)
        for index in 0..<count {
            let level = Quick.amplitude(decibels: 2.2 * grain[index] + 3.4 * fibers[index])
            speckle[index] = SIMD2(real[index], imaginary[index]) * level
        }
        self.speckle = speckle
        coarse = NoiseTile.smooth(Self.coarseSide, across: 3, down: 3, &random).map {
            Quick.amplitude(decibels: 3 * $0)
        }
    }

    /// The factor at a place of the tissue's own coordinates, centimeters.
    @inline(__always) func coarse(_ right: Float, _ down: Float) -> Float {
        let column = Int(right * Self.coarseDensity + 1024) & (Self.coarseSide - 1)
        let row = Int(down * Self.coarseDensity + 1024) & (Self.coarseSide - 1)
        return coarse[row &* Self.coarseSide &+ column]
    }
}
