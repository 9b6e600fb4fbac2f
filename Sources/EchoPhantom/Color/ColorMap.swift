/// How a velocity becomes a color: red towards the probe, blue away, green where blood whirls.
enum ColorMap {
    /// - Parameters:
    ///   - share: velocity over the aliasing velocity, towards the probe positive, -1...1.
    ///   - turbulence: 0...1.
    static func color(_ share: Float, turbulence: Float) -> SIMD3<UInt8> {
        let size = min(abs(share), 1)
        let main = 90 + 165 * size.squareRoot()
        let second = 190 * size * size
        let green = min(second + 140 * turbulence, 235)
        return share >= 0
            ? SIMD3(UInt8(main), UInt8(green), 10) : SIMD3(10, UInt8(green), UInt8(main))
    }
}
