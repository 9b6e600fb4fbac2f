/// Where things lie in a DICOM file, found by one walk over its top level before DCMTK sees it.
///
/// DCMTK recurses into sequences and believes lengths; the walk refuses what would hurt it, and locates the
/// pixel data so that frames are read straight from the file.
struct DICOMLayout {
    /// The pixel data's place.
    enum Pixels: Equatable {
        case none
        /// Uncompressed: the bytes the file really holds, and whether they are 16-bit words.
        case native(held: Range<Int>, isWords: Bool)
        /// Encapsulated: the offset table, and the whole fragments that are not empty.
        case fragments(table: Range<Int>, fragments: [Fragment], isCut: Bool)
    }

    /// One item of encapsulated pixel data.
    struct Fragment: Equatable {
        /// Where its item tag lies, which is what offset tables point at.
        let tag: Int
        /// Its bytes.
        let bytes: Range<Int>
    }

    /// How the data set is coded, from the meta group or, without one, from its first element.
    let syntax: DICOMTransferSyntax
    /// Whether a meta group came first.
    let hasMeta: Bool
    /// The meta group's MediaStorageSOPClassUID.
    let mediaClass: String?
    /// The pixel data.
    let pixels: Pixels
}

/// How many sequences may lie within one another; DICOM's deepest documents stay below 20.
let dicomNestingLimit = 64
