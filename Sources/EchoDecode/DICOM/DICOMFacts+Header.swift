internal import EchoCore

extension DICOMFacts {
    /// Keeps what a header says that a reader of clips may ask for.
    init(_ header: DICOMItem, syntax: DICOMTransferSyntax) {
        self.init()
        sopInstanceUID = header.text(.sopInstanceUID)
        studyInstanceUID = header.text(.studyInstanceUID)
        seriesInstanceUID = header.text(.seriesInstanceUID)
        patientID = header.text(.patientID)
        issuerOfPatientID = header.text(.issuerOfPatientID)
        studyDate = header.text(.studyDate)
        studyTime = header.text(.studyTime)
        accessionNumber = header.text(.accessionNumber)
        manufacturer = header.text(.manufacturer)
        manufacturerModelName = header.text(.manufacturerModelName)
        institutionName = header.text(.institutionName)
        heartRate = header.number(.heartRate)
        imageType = Self.values(header.text(.imageType))
        transferSyntaxUID = syntax.uid
        photometricInterpretation = header.text(.photometricInterpretation)
        regions = header.children(.sequenceOfUltrasoundRegions, limit: Self.regionLimit)
            .compactMap(UltrasoundRegion.init)
    }

    /// The values of a text in order; an empty one keeps its place, since the others are known by theirs.
    private static func values(_ text: String?) -> [String] {
        guard let text else { return [] }
        return text.split(separator: "\\", omittingEmptySubsequences: false).map { value in
            String(value.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// How many regions are read; scanners write fewer than 10.
    private static let regionLimit = 256
}

extension UltrasoundRegion {
    /// `PhysicalUnits…Direction` for centimeters (PS3.3 C.8.5.5.1.15).
    private static let centimeters = 3

    /// Reads an item of SequenceOfUltrasoundRegions; `nil` where a corner is missing.
    init?(_ item: DICOMItem) {
        guard let minX = item.integer(.regionLocationMinX0), let minY = item.integer(.regionLocationMinY0),
            let maxX = item.integer(.regionLocationMaxX1), let maxY = item.integer(.regionLocationMaxY1)
        else { return nil }
        func spacing(_ units: DICOMTag, _ delta: DICOMTag) -> Double? {
            guard item.integer(units) == Self.centimeters, let value = item.number(delta), value != 0
            else { return nil }
            return abs(value)
        }
        self.init(
            bounds: PixelRect(minX: minX, minY: minY, maxX: maxX, maxY: maxY),
            spatialFormat: item.integer(.regionSpatialFormat) ?? 0,
            dataType: item.integer(.regionDataType) ?? 0,
            centimetersPerPixelX: spacing(.physicalUnitsXDirection, .physicalDeltaX),
            centimetersPerPixelY: spacing(.physicalUnitsYDirection, .physicalDeltaY))
    }
}
