import EchoCore
import EchoIndex
import Testing

@Suite("Identity from a header") struct HeaderIdentityTests {
    @Test("equal patient ids of two issuers are two patients, and of none are one")
    func issuers() {
        func patient(_ issuer: String?) -> PatientKey? {
            var header = DICOMFacts()
            header.patientID = "0815"
            header.issuerOfPatientID = issuer
            return StudyIdentity(dicom: header).patient
        }
        #expect(patient("North") != patient("South"))
        #expect(patient(nil) == patient(" "))
        #expect(patient("North") == PatientKey(identifier: "0815", issuer: "North"))
    }
}
