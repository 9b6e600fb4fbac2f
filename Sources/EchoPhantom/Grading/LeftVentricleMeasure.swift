/// The left ventricle's volumes, as the findings state them.
///
/// The one place to take them from: the drawn surfaces' biplane volumes replace the formula here and nowhere else.
struct LeftVentricleMeasure: Sendable, Equatable {
    /// Milliliters.
    let endDiastolicVolume: Double
    /// Milliliters.
    let endSystolicVolume: Double

    /// Percent.
    var ejectionFraction: Double { 100 * (1 - endSystolicVolume / endDiastolicVolume) }

    /// The bullet formula: five sixths of the widest cut's area times the length.
    ///
    /// - Source: Lang et al., ASE/EACVI 2015, area-length method.
    init(of heart: HeartAnatomy) {
        let radius = Double(heart.leftVentricleRadius)
        endDiastolicVolume = 5 / 6 * Double.pi * radius * radius * Double(heart.leftVentricleLength)
        endSystolicVolume = endDiastolicVolume * (1 - Double(heart.ejectionFraction) / 100)
    }
}
