/// Where an azimuth falls in a table that goes once around.
package enum AzimuthColumn {
    /// The column, with its fraction.
    ///
    /// - Parameters:
    ///   - azimuth: radians, -π...π.
    ///   - count: columns in a turn; one more has to follow, equal to the first.
    /// - Returns: 0 ..< `count`. A hair below 0 is a whole turn once 2π is added, and that would be one too many.
    package static func of(_ azimuth: Float, count: Int) -> Float {
        let turned = (azimuth < 0 ? azimuth + 2 * .pi : azimuth) * Float(count) / (2 * .pi)
        return min(max(turned, 0), Float(count).nextDown)
    }
}
