import EchoCore
import EchoPhantom
import EchoTesting

/// Random hearts and clips for the renderer's tests; a seed is a case.
enum PhantomCase {
    static func anatomy(_ seed: UInt64) -> HeartAnatomy {
        var random = SplitMix64(seed: seed &+ 9_000)
        func even(_ low: Float, _ high: Float) -> Float { Float.random(in: low...high, using: &random) }
        var anatomy = HeartAnatomy()
        anatomy.ejectionFraction = even(12, 76)
        anatomy.leftVentricleRadius = even(1.9, 3.3)
        anatomy.leftVentricleLength = even(7.4, 10)
        anatomy.wallThickness = even(0.7, 1.7)
        anatomy.leftAtriumRadius = even(1.6, 3)
        anatomy.rightAtriumRadius = even(1.5, 2.8)
        anatomy.rightVentricleRadius = even(1.1, 2.4)
        anatomy.aorticRootRadius = even(1.3, 2)
        anatomy.pulmonaryPressure = even(18, 75)
        anatomy.heartRate = even(50, 105)
        anatomy.pericardialEffusion = even(0, 1) < 0.25 ? even(0.3, 2.5) : 0
        anatomy.shape.outline = (0..<6).map { _ in even(-0.05, 0.05) }
        anatomy.shape.widestLevel = even(0.52, 0.7)
        anatomy.shape.apexBluntness = even(1.7, 2.6)
        anatomy.shape.septalBulge = even(-0.3, 0.5)
        anatomy.shape.papillaryRadius = even(0.3, 0.7)
        anatomy.shape.moderatorBand = even(0, 1) < 0.5 ? even(0.45, 0.7) : nil
        anatomy.shape.haze = even(0, 1)
        anatomy.shape.pericardialFat = even(0, 1)
        anatomy.shape.axisTilt = even(-0.2, 0.2)
        anatomy.shape.echogenicity = even(-3, 3)
        anatomy.shape.textureSeed = random.next()
        return anatomy
    }

    static func clip(
        _ anatomy: HeartAnatomy, _ view: EchoView, seed: UInt64 = 1, kind: ClipKind = .bMode,
        size: PictureSize = PictureSize(width: 224, height: 224), furniture: Furniture? = nil, site: Int = 0
    ) -> PhantomClip {
        let acquisition = Acquisition.drawn(view: view, anatomy: anatomy, site: site, seed: seed)
        return PhantomClip(
            anatomy: anatomy, view: view, acquisition: acquisition, kind: kind, size: size,
            furniture: furniture,
            seed: seed)
    }

    /// The first channel of the sector's pixels.
    static func grays(_ clip: PhantomClip, _ index: Int) -> [UInt8] {
        let pixels = clip.frame(index).pixels
        return clip.sectorPixels.map { pixels[$0 * 3] }
    }
}
