use super::super::fold::lower_case;

/// How an entry is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    Stored,
    Deflate,
    Encrypted,
    /// By another method.
    Other,
}

/// One file of an archive, as the directory at its end announces it. Nothing of it is trusted but checked while it is
/// unpacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) struct Entry {
    /// With its folders, parted by `/`; never used as a path.
    pub name: String,
    pub(super) packing: Packing,
    /// Where its own header begins.
    pub(super) offset: usize,
    pub(super) packed_bytes: usize,
    pub(super) bytes: usize,
    pub(super) crc: u32,
}

impl Entry {
    /// Bytes announced; never more are unpacked.
    pub(in crate::read) const fn bytes(&self) -> usize {
        self.bytes
    }

    /// Without folders.
    pub(in crate::read) fn file_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or_default()
    }

    /// In lower case, without the point: "shp" of "Dữ liệu/RANH.SHP".
    pub(in crate::read) fn extension(&self) -> String {
        self.file_name()
            .rsplit_once('.')
            .map(|(_, extension)| lower_case(extension))
            .unwrap_or_default()
    }

    /// Folders and name without extension, in lower case: what the files of one Shapefile share.
    pub(in crate::read) fn stem(&self) -> String {
        let name = lower_case(&self.name);
        let stem = name.strip_suffix(&format!(".{}", self.extension()));
        stem.unwrap_or(&name).to_owned()
    }

    /// File name without extension: "RANH" of "Dữ liệu/RANH.SHP".
    pub(in crate::read) fn title(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(title, _)| title)
    }

    /// Folders, and the shadow files that macOS adds ("__MACOSX/._ranh.shp"), hold nothing.
    pub(super) fn is_empty_shell(&self) -> bool {
        self.name.ends_with('/')
            || self.name.starts_with("__MACOSX/")
            || self.file_name().starts_with("._")
    }
}
