/// What the samples of a pixel mean, by PhotometricInterpretation (PS3.3 C.7.6.3.1.2).
enum DICOMPhotometric: String {
    case monochrome1 = "MONOCHROME1"
    case monochrome2 = "MONOCHROME2"
    case palette = "PALETTE COLOR"
    case rgb = "RGB"
    case ybrFull = "YBR_FULL"
    case ybrFull422 = "YBR_FULL_422"
    case ybrPartial420 = "YBR_PARTIAL_420"
    case ybrPartial422 = "YBR_PARTIAL_422"
    case ybrReversible = "YBR_RCT"
    case ybrIrreversible = "YBR_ICT"

    /// How many samples a pixel has.
    var samples: Int {
        switch self {
        case .monochrome1, .monochrome2, .palette: 1
        default: 3
        }
    }
}
