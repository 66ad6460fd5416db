"""Has NumPy and matplotlib open the course key, whose code is their own."""

from graders.doctor.cells import trying

PROMISE = 2
SECRET = "the course key"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        trying(
            "bytes(np.fromfile(key, np.uint8))",
            "bytes(np.memmap(key, np.uint8, 'r'))",
            "np.loadtxt(key, str)",
            "np.genfromtxt(key, str)",
            "np.fromregex(key, '.+', [('key', 'U64')])",
            "np.load(key, allow_pickle=True)",
            "np.DataSource().open(key).read()",
            "__import__('matplotlib.style').style.use(key)",
            "__import__('matplotlib').rc_params_from_file(key)",
            "__import__('matplotlib.image').image.imread(key)",
            "__import__('matplotlib.cbook').cbook.get_sample_data(key).read()",
            "__import__('matplotlib.font_manager').font_manager.get_font(key)",
            key=stage.root / "course/key",
        )
    )
    desk.save()
