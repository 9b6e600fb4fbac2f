/// An attribute's number; the names are DICOM's keywords.
struct DICOMTag {
    let group: UInt16
    let element: UInt16

    init(_ group: UInt16, _ element: UInt16) {
        self.group = group
        self.element = element
    }
}
