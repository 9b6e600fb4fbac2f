/// The ejection fraction in percent: as it is, to the next five, or as a range of five.
enum EjectionFractionWords {
    /// The percentage as it is.
    static func exact(_ percent: Double) -> Topic {
        let stated = percent.rounded()
        return Topic(
            .leftVentricle, [Claim(.ejectionFraction, value: stated)], exact, ["ef": "\(Int(stated))"])
    }

    /// The nearest multiple of five.
    static func rough(_ percent: Double) -> Topic {
        let stated = (percent / step).rounded() * step
        return Topic(
            .leftVentricle, [Claim(.ejectionFraction, value: stated)], rough, ["ef": "\(Int(stated))"])
    }

    /// Between two multiples of five; the claim is the middle.
    static func range(_ percent: Double) -> Topic {
        let low = (percent / step).rounded(.down) * step
        return Topic(
            .leftVentricle, [Claim(.ejectionFraction, value: low + step / 2)], ranges,
            ["low": "\(Int(low))", "high": "\(Int(low + step))"])
    }

    private static let step = 5.0

    private static let exact: Topic.Patterns = [
        .telegram: [
            "[EF|LVEF] {ef}%", "EF is {ef}%", "LV EF {ef}%", "LVEF = {ef}%",
            "LVEF {ef}% [biplane|by biplane]",
        ],
        .prose: [
            "The [left ventricular|] ejection fraction is {ef}{pct}",
            "The ejection fraction is [estimated at|calculated at|measured at] {ef}{pct}",
            "The left ventricle has an ejection fraction of {ef}{pct}",
            "The [biplane|] left ventricular ejection fraction [amounts to|is estimated to be] {ef}{pct}",
            "[By|With] biplane volumes the ejection fraction is {ef}{pct}", "The LVEF is {ef}{pct}",
        ],
        .dictation: [
            "I [estimate|measure|put] the ejection fraction at {ef}{pct}",
            "Ejection fraction comes to {ef}{pct}",
            "The ejection fraction here is {ef}{pct}", "EF by biplane is {ef}{pct}",
        ],
        .capitals: [
            "[LV|Left ventricular] ejection fraction is {ef}%", "LVEF {ef}%",
            "Estimated LV ejection fraction {ef}%",
            "Calculated LVEF is {ef}%", "Ejection fraction {ef}{pct}",
        ],
        .fields: [
            "LVEF: {ef}%", "Ejection fraction: {ef}{pct}", "LV ejection fraction: {ef}{pct}",
            "Biplane LVEF: {ef}%",
        ],
        .query: [
            "LVEF {ef}%", "EF {ef}%", "LVEF {ef}", "ejection fraction {ef}{pct}",
            "ejection fraction of {ef}{pct}",
            "left ventricular ejection fraction {ef}{pct}", "EF of {ef}{pct}",
        ],
        .letter: [
            "For the ejection fraction a value of {ef}{pct} was found",
            "With each beat {ef}{pct} of the left ventricular volume is ejected",
        ],
    ]

    private static let rough: Topic.Patterns = [
        .telegram: ["EF {about} {ef}%", "LVEF ca {ef}%", "EF roughly {ef}%"],
        .prose: [
            "The ejection fraction is {about} {ef}{pct}",
            "The left ventricular ejection fraction is {about} {ef}{pct}",
            "Visually the ejection fraction is {about} {ef}{pct}", "The ejection fraction is near {ef}{pct}",
        ],
        .dictation: [
            "I would say the ejection fraction is {about} {ef}{pct}",
            "Ejection fraction looks like {about} {ef}{pct}",
        ],
        .capitals: ["LVEF is {about} {ef}%", "LV ejection fraction {about} {ef}%"],
        .fields: ["Visual ejection fraction: {about} {ef}{pct}", "Visual LVEF: {about} {ef}%"],
        .query: ["EF {about} {ef}%", "LVEF {about} {ef}{pct}", "ejection fraction {about} {ef}{pct}"],
        .letter: ["The ejection fraction was judged to be near {ef}{pct}"],
    ]

    private static let ranges: Topic.Patterns = [
        .telegram: ["EF {low}-{high}%", "LVEF {low} to {high}%"],
        .prose: [
            "The ejection fraction is [between {low} and {high}|in the range of {low} to {high}]{pct}",
            "The left ventricular ejection fraction is {low} to {high}{pct}",
        ],
        .dictation: ["I would put the ejection fraction between {low} and {high}{pct}"],
        .capitals: ["LVEF {low}-{high}%", "LV ejection fraction is {low} to {high}%"],
        .fields: ["Ejection fraction: {low}-{high}%", "Visual LVEF: {low} to {high}%"],
        .query: [
            "EF {low}-{high}%", "LVEF {low} to {high}%", "ejection fraction between {low} and {high}{pct}",
        ],
        .letter: ["The ejection fraction was judged to lie from {low} up to {high}{pct}"],
    ]
}
