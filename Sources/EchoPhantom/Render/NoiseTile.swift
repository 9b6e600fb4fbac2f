/// Random values on a torus, so that any place in it can be looked up.
enum NoiseTile {
    /// White bell-curve noise.
    static func white(_ count: Int, _ random: inout RenderRandom) -> [Float] {
        var values = [Float](repeating: 0, count: count)
        for index in values.indices {
            // Four even draws from one word: close enough to a bell curve, and four times as fast.
            let word = random.next()
            let sum =
                Float(word & 0xFFFF) + Float((word >> 16) & 0xFFFF) + Float((word >> 32) & 0xFFFF)
                + Float(word >> 48)
            values[index] = (sum - 131_070) * (1 / 37_836.6)
        }
        return values
    }

    /// Smooth noise of deviation 1 on a square torus.
    ///
    /// - Parameters:
    ///   - side: the torus's side, in samples.
    ///   - across: correlation length along rows, in samples.
    ///   - down: correlation length along columns.
    static func smooth(_ side: Int, across: Int, down: Int, _ random: inout RenderRandom) -> [Float] {
        var values = white(side * side, &random)
        for _ in 0..<2 {
            values = blurred(values, side, reach: across, stride: 1, lines: side)
            values = blurred(values, side, reach: down, stride: side, lines: 1)
        }
        var square: Float = 0
        for value in values { square += value * value }
        let scale = 1 / max((square / Float(values.count)).squareRoot(), 1e-9)
        return values.map { $0 * scale }
    }

    private static func blurred(_ values: [Float], _ side: Int, reach: Int, stride: Int, lines: Int)
        -> [Float]
    {
        var output = values
        for line in 0..<side {
            let start = line * lines
            var sum: Float = 0
            for offset in -reach...reach { sum += values[start + ((offset + side) % side) * stride] }
            for position in 0..<side {
                output[start + position * stride] = sum
                let entering = (position + reach + 1) % side
                let leaving = (position - reach + side) % side
                sum += values[start + entering * stride] - values[start + leaving * stride]
            }
        }
        return output
    }
}
