/// How one laboratory's scanner arranges what it draws around the sector.
struct ScannerStyle {
    /// Where the settings' text stands.
    enum TextSide { case left, right }
    /// How depth is shown.
    enum Ticks { case rightColumn, leftColumn, alongEdge, squares }
    /// Where the patient's name stands.
    enum Banner { case topBar, topLeft, bottomLeft }

    let logo: String
    let logoColor: SIMD3<UInt8>
    let textColor: SIMD3<UInt8>
    let bannerColor: SIMD3<UInt8>
    let traceColor: SIMD3<UInt8>
    let textSide: TextSide
    let ticks: Ticks
    let banner: Banner
    let hasGrayBar: Bool
    let hasMenu: Bool
    /// The sector's height as a share of the picture's.
    let sectorShare: Float
    /// The probe's place as shares of the picture.
    let apex: SIMD2<Float>

    /// The style of a site; there are five, and sites share them in turn.
    static func of(site: Int) -> ScannerStyle { all[((site % all.count) + all.count) % all.count] }

    private static let white = SIMD3<UInt8>(225, 225, 225)

    private static let all = [
        ScannerStyle(
            logo: "ES", logoColor: [190, 40, 110], textColor: white, bannerColor: [0, 0, 0],
            traceColor: [60, 220, 90], textSide: .left, ticks: .rightColumn, banner: .topLeft,
            hasGrayBar: false,
            hasMenu: false, sectorShare: 0.8, apex: [0.5, 0.08]),
        ScannerStyle(
            logo: "MEDIWAVE", logoColor: [230, 230, 230], textColor: [240, 240, 240],
            bannerColor: [45, 45, 50],
            traceColor: [230, 230, 230], textSide: .left, ticks: .alongEdge, banner: .topBar,
            hasGrayBar: true,
            hasMenu: false, sectorShare: 0.76, apex: [0.51, 0.1]),
        ScannerStyle(
            logo: "CORVIEW", logoColor: [250, 200, 60], textColor: [240, 220, 120],
            bannerColor: [20, 40, 110],
            traceColor: [240, 220, 60], textSide: .right, ticks: .leftColumn, banner: .topBar,
            hasGrayBar: true,
            hasMenu: false, sectorShare: 0.78, apex: [0.48, 0.09]),
        ScannerStyle(
            logo: "S", logoColor: [200, 60, 90], textColor: [170, 170, 170], bannerColor: [0, 0, 0],
            traceColor: [170, 170, 170], textSide: .right, ticks: .squares, banner: .bottomLeft,
            hasGrayBar: false,
            hasMenu: true, sectorShare: 0.74, apex: [0.52, 0.06]),
        ScannerStyle(
            logo: "ULTRA-7", logoColor: [255, 140, 30], textColor: [150, 210, 240],
            bannerColor: [25, 25, 25],
            traceColor: [80, 220, 230], textSide: .left, ticks: .rightColumn, banner: .bottomLeft,
            hasGrayBar: true, hasMenu: false, sectorShare: 0.82, apex: [0.55, 0.06]),
    ]
}
