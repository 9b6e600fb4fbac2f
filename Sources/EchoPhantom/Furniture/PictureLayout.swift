internal import EchoCore

/// Where the sector lies in the picture.
struct PictureLayout {
    /// The probe's place, pixels.
    let apex: SIMD2<Float>
    /// Centimeters a pixel.
    let scale: Float

    /// Fills the picture with the sector, or leaves room for the furniture.
    init(size: PictureSize, furniture: Furniture?, acquisition: Acquisition) {
        let width = Float(size.width)
        let height = Float(size.height)
        let spread = 2 * Quick.sine(acquisition.halfAngle) * acquisition.depth
        guard let furniture else {
            var random = RenderRandom(acquisition.seed, 51)
            let zoom = random.even(0.94, 1.03)
            scale = max(acquisition.depth * 1.04 / height, 0.9 * spread / width) / zoom
            apex = SIMD2(width * (0.5 + random.even(-0.02, 0.02)), height * random.even(0.01, 0.05))
            return
        }
        let style = ScannerStyle.of(site: furniture.site)
        scale = max(acquisition.depth / (style.sectorShare * height), spread / (0.84 * width))
        apex = SIMD2((style.apex.x * width).rounded(), (style.apex.y * height).rounded())
    }
}
