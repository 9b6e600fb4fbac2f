/// A standard cut through the heart.
public enum EchoView: String, Sendable, Codable, CaseIterable {
    /// Apical four-chamber.
    case apicalFourChamber = "A4C"
    /// Apical two-chamber.
    case apicalTwoChamber = "A2C"
    /// Apical three-chamber, or apical long axis.
    case apicalThreeChamber = "A3C"
    /// Parasternal long axis.
    case parasternalLongAxis = "PLAX"
    /// Parasternal short axis at the mitral valve.
    case shortAxisMitral = "PSAX-MV"
    /// Parasternal short axis at the papillary muscles.
    case shortAxisPapillary = "PSAX-PM"
    /// Subcostal four-chamber.
    case subcostal = "SUBCOSTAL"
}
