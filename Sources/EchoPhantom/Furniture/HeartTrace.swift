/// The electrocardiogram's voltage over the beat.
enum HeartTrace {
    /// - Parameter phase: 0 is the R wave's peak, at end-diastole; only the fraction counts.
    /// - Returns: about -0.25...1.
    static func voltage(_ phase: Float) -> Float {
        let place = phase - phase.rounded()
        let fraction = phase - phase.rounded(.down)
        let spike =
            Quick.bell(place / 0.012) - 0.2 * Quick.bell((place + 0.03) / 0.012)
            - 0.28 * Quick.bell((place - 0.03) / 0.014)
        let recovery = 0.26 * Quick.bell((fraction - 0.34) / 0.055)
        let atrial = 0.13 * Quick.bell((fraction - 0.83) / 0.03)
        return spike + recovery + atrial
    }
}
