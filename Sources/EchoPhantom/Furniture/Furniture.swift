/// What a scanner draws around the sector: ticks, a logo, text, the ECG, a made-up patient's name.
public struct Furniture: Sendable, Equatable {
    /// Which laboratory's scanner.
    public let site: Int
    /// The made-up name on the banner.
    public let name: String
    /// What the text's numbers are drawn from.
    public let seed: UInt64

    /// Takes the style of a site, a name for the banner, and a seed.
    public init(site: Int, name: String, seed: UInt64) {
        self.site = site
        self.name = name
        self.seed = seed
    }
}
