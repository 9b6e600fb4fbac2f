import EchoCore
import EchoService

/// A setting as it is printed.
struct SettingLine: Encodable {
    let setting: Setting
    let value: String?
    let source: SettingSource
    let environment: String

    init(_ setting: Setting, _ resolved: Settings.Resolved) {
        self.setting = setting
        (value, source) = (resolved.value, resolved.source)
        environment = setting.environmentName
    }
}
