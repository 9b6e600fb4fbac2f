internal import EchoCore

extension DICOMDataset {
    /// Puts the attributes of patient, study, series and equipment (PS3.3 C.7.1.1, C.7.2.1, C.7.3.1, C.7.5.1), those of type
    /// 2 that nobody knows empty.
    func describe(_ facts: DICOMDescription) throws(ExportError) {
        try put(Tag(0x0008, 0x0005, "CS"), "ISO_IR 192")
        try put(Tag(0x0008, 0x0020, "DA"), facts.studyDate)
        try put(Tag(0x0008, 0x0030, "TM"), facts.studyTime)
        try put(Tag(0x0008, 0x0050, "SH"), facts.accessionNumber)
        try put(Tag(0x0008, 0x0060, "CS"), "US")
        try put(Tag(0x0008, 0x0070, "LO"), facts.manufacturer)
        try put(Tag(0x0008, 0x0090, "PN"), "")
        try putIfKnown(Tag(0x0008, 0x0080, "LO"), facts.institutionName)
        try putIfKnown(Tag(0x0008, 0x1030, "LO"), facts.studyDescription)
        try putIfKnown(Tag(0x0008, 0x103E, "LO"), facts.seriesDescription)
        try putIfKnown(Tag(0x0008, 0x1090, "LO"), facts.manufacturerModelName)
        try put(Tag(0x0010, 0x0010, "PN"), facts.patientName)
        try put(Tag(0x0010, 0x0020, "LO"), facts.patientID)
        try put(Tag(0x0010, 0x0030, "DA"), "")
        try put(Tag(0x0010, 0x0040, "CS"), "")
        try put(Tag(0x0018, 0x0015, "CS"), "HEART")
        try putIfKnown(Tag(0x0018, 0x1020, "LO"), facts.softwareVersions)
        try put(Tag(0x0020, 0x000D, "UI"), facts.studyInstanceUID)
        try put(Tag(0x0020, 0x000E, "UI"), facts.seriesInstanceUID)
        try put(Tag(0x0020, 0x0010, "SH"), facts.studyID)
        try put(Tag(0x0020, 0x0011, "IS"), String(facts.seriesNumber))
        try put(Tag(0x0020, 0x0013, "IS"), String(facts.instanceNumber))
        try put(Tag(0x0020, 0x0020, "CS"), "")
    }

    /// Puts what the image module and the ultrasound image module ask for (C.7.6.1, C.8.5.6).
    func describeImage(_ facts: DICOMDescription, _ clip: ExportClip) throws(ExportError) {
        let isMultiFrame = clip.frameTimes.count > 1
        try put(
            Tag(0x0008, 0x0008, "CS"),
            "ORIGINAL\\PRIMARY\\TTE\\" + (facts.kind == .color ? Self.colorBits : Self.tissueBits))
        try put(
            Tag(0x0008, 0x0016, "UI"), isMultiFrame ? Self.multiFrameClass : Self.singleFrameClass)
        try put(Tag(0x0008, 0x0018, "UI"), facts.sopInstanceUID)
        try put(Tag(0x0008, 0x0023, "DA"), facts.studyDate)
        try put(Tag(0x0008, 0x0033, "TM"), facts.contentTime)
        try putIfKnown(Tag(0x0020, 0x4000, "LT"), clip.comment)
        if let rate = facts.heartRate { try put(Tag(0x0018, 0x1088, "IS"), String(rate)) }
        try put(Tag(0x0028, 0x0014, "US"), facts.kind == .color ? "1" : "0")
        try put(Tag(0x0028, 0x0301, "CS"), facts.hasBurnedInAnnotation ? "YES" : "NO")
    }

    /// Puts the frames' times (C.7.6.5, C.7.6.6); nothing for a single frame.
    func describeTimes(_ clip: ExportClip) throws(ExportError) {
        guard clip.frameTimes.count > 1 else { return }
        try put(Tag(0x0028, 0x0008, "IS"), String(clip.frameTimes.count))
        if let interval = clip.evenInterval {
            try put(Tag(0x0018, 0x1063, "DS"), DICOMDecimal.text(interval))
            try put(Tag(0x0028, 0x0009, "AT"), "(0018,1063)")
            return
        }
        let steps = ([0] + clip.intervals.dropLast()).map(DICOMDecimal.text).joined(separator: "\\")
        guard steps.utf8.count <= Self.longestValue else {
            throw .tooLarge(
                what: "bytes of frame times", found: steps.utf8.count, limit: Self.longestValue)
        }
        try put(Tag(0x0018, 0x1065, "DS"), steps)
        try put(Tag(0x0028, 0x0009, "AT"), "(0018,1065)")
    }

    private func putIfKnown(_ tag: Tag, _ value: String) throws(ExportError) {
        if !value.isEmpty { try put(tag, value) }
    }

    /// Ultrasound multi-frame and single-frame image storage (PS3.4 table B.5-1).
    private static let multiFrameClass = "1.2.840.10008.5.1.4.1.1.3.1"
    private static let singleFrameClass = "1.2.840.10008.5.1.4.1.1.6.1"
    /// The modes of the fourth value of ImageType (C.8.5.6.1.1): 2-D; 2-D with color Doppler.
    private static let tissueBits = "0001"
    private static let colorBits = "0011"
    /// What a VR with a 16-bit length holds, an even number of bytes.
    private static let longestValue = 65_534
}
