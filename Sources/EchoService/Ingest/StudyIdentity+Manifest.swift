import EchoCore
import EchoIndex

extension StudyIdentity {
    /// What the header says, overruled field by field by what somebody wrote in a manifest.
    init(dicom: DICOMFacts?, entry: ManifestEntry?) {
        self = dicom.map { StudyIdentity(dicom: $0) } ?? StudyIdentity()
        guard let entry else { return }
        if let study = entry.study {
            studyKey = study
            seriesKey = nil
        }
        if let patient = entry.patient { self.patient = PatientKey(identifier: patient) }
        if let date = entry.date { self.date = StudyDate(date) }
        if let accession = entry.accession { accessionNumber = accession }
    }
}
