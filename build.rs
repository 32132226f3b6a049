//! Files that are embedded in the binary: a new one means a new build.

fn main() {
    println!("cargo::rerun-if-changed=themes");
    println!("cargo::rerun-if-changed=src/starter");
}
